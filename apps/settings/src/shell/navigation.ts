import { computed } from '@preact/signals'
import { type Destination, type IconName, mayCall, narrow, type SettingsPageId, settingsPages } from '@rolecall/ui'
import { words } from '../words.ts'

/** A page of the navigation. */
export interface Entry extends Destination {
  id: SettingsPageId
}

export interface Group {
  id: keyof typeof words.groups
  label: string
  pages: Entry[]
}

const all: readonly {
  id: Group['id']
  pages: readonly (readonly [page: SettingsPageId, icon: IconName, key: string])[]
}[] = [
  {
    id: 'team',
    pages: [
      ['team', 'contacts', 't'],
      ['requests', 'key', 'q'],
    ],
  },
  {
    id: 'roles',
    pages: [
      ['roles', 'shield', 'r'],
      ['access', 'question', 'w'],
      ['hints', 'bulb', 'n'],
      ['code', 'code', 'c'],
    ],
  },
  {
    id: 'account',
    pages: [
      ['history', 'clock', 'h'],
      ['plan', 'card', 'p'],
    ],
  },
]

/** The pages that this member may open now, by group; a group with none is not there. */
export const navigation = (): Group[] =>
  all
    .map(({ id, pages }) => ({
      id,
      label: words.groups[id],
      pages: pages
        .filter(([page]) => mayCall(settingsPages[page].call))
        .map(([id, icon, key]) => ({ id, icon, key, label: words.pages[id], path: settingsPages[id].path })),
    }))
    .filter(({ pages }) => pages.length > 0)

/** The first of them. */
export const firstPage = (): Entry | undefined => navigation()[0]?.pages[0]

/** Is the navigation a screen of its own? On a phone, where it leads anywhere. */
export const navigates = computed(() => narrow.value && firstPage() !== undefined)
