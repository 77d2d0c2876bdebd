import { tabPanel } from '@rolecall/ui'
import type { Place } from '../place.ts'
import { words } from '../words.ts'
import { Filters } from './filters.tsx'
import { Rows } from './rows.tsx'

/** Left: which chats, and their rows. */
export function ListPane({ place }: { place: Place }) {
  return (
    <section class="list" aria-label={words.list.label}>
      <Filters place={place} />
      <div class="list-body" role="tabpanel" id={tabPanel('views')} aria-labelledby={`views-tab-${place.view}`}>
        <Rows place={place} />
      </div>
    </section>
  )
}
