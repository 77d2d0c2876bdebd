import { computed } from '@preact/signals'
import { type Entry, entriesOf, narrow } from '@rolecall/ui'
import { pages } from '../pages.ts'
import { words } from '../words.ts'
import type { SettingsPage } from './settings-page.ts'

type GroupId = NonNullable<SettingsPage['nav']>['group']

export interface Group {
  id: GroupId
  label: string
  pages: Entry<GroupId>[]
}

/** The pages that this member may open now, by group; a group with none is not there. */
export const navigation = (): Group[] => {
  const entries = entriesOf(pages)
  return (Object.keys(words.groups) as GroupId[])
    .map((id) => ({ id, label: words.groups[id], pages: entries.filter(({ group }) => group === id) }))
    .filter(({ pages }) => pages.length > 0)
}

/** The first of them. */
export const firstPage = (): Entry<GroupId> | undefined => navigation()[0]?.pages[0]

/** Is the navigation a screen of its own? On a phone, where it leads anywhere. */
export const navigates = computed(() => narrow.value && firstPage() !== undefined)
