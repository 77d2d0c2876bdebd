import { api, EmptyState, part, useQuery } from '@rolecall/ui'
import { words } from '../words.ts'

const FirstSteps = part(() => import('@rolecall/ui/first-steps').then((file) => file.FirstSteps), null)

/** No open chat at all: where there never was one, what a new account does first stands under it. */
export function NoOpenChats() {
  const past = useQuery('closed chats', () => api.inbox.list.query({ view: 'all', status: 'closed', limit: 1 }))
  return (
    <div class="list-first">
      <EmptyState title={words.list.emptyAllTitle}>{words.list.emptyAll}</EmptyState>
      {past.data?.rows.length === 0 && <FirstSteps />}
    </div>
  )
}
