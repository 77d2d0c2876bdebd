import type { ChatView } from '@rolecall/protocol'
import { tabPanel } from '@rolecall/ui'
import { words } from '../words.ts'
import { Filters } from './filters.tsx'
import { Rows } from './rows.tsx'

/** Left: which chats, and their rows. */
export function ListPane({ view, chatId }: { view: ChatView; chatId: string | null }) {
  return (
    <section class="list" aria-label={words.list.label}>
      <Filters view={view} />
      <div class="list-body" role="tabpanel" id={tabPanel('views')} aria-labelledby={`views-tab-${view}`}>
        <Rows view={view} chatId={chatId} />
      </div>
    </section>
  )
}
