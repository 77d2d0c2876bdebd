import { type IconName, mayCall, type SettingsPageId, settingsPages } from '@rolecall/ui'
import { words } from '../words.ts'

/** A page of the navigation. */
export interface Entry {
  id: SettingsPageId
  label: string
  icon: IconName
  path: string
}

export interface Group {
  id: keyof typeof words.groups
  label: string
  pages: Entry[]
}

const all: readonly { id: Group['id']; pages: readonly (readonly [SettingsPageId, IconName])[] }[] = [
  {
    id: 'team',
    pages: [
      ['team', 'contacts'],
      ['requests', 'key'],
    ],
  },
  {
    id: 'roles',
    pages: [
      ['roles', 'shield'],
      ['access', 'question'],
      ['hints', 'bulb'],
      ['code', 'code'],
    ],
  },
  {
    id: 'account',
    pages: [
      ['history', 'clock'],
      ['plan', 'card'],
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
        .map(([page, icon]) => ({ id: page, icon, label: words.pages[page], path: settingsPages[page].path })),
    }))
    .filter(({ pages }) => pages.length > 0)

/** The first of them. */
export const firstPage = (): Entry | undefined => navigation()[0]?.pages[0]
