import { api, EmptyState, session, useQuery } from '@rolecall/ui'
import { Snippet } from '../../snippet.tsx'
import { words } from '../words.ts'

/** No open chat at all: who looks after the widget, and never had a chat, is shown how to put it on the site. */
export function NoOpenChats() {
  const past = useQuery('closed chats', () => api.inbox.list.query({ view: 'all', status: 'closed', limit: 1 }))
  const mayInstall = session.value?.permissions.includes('widget.customize')
  const first = mayInstall && past.data?.rows.length === 0
  return (
    <EmptyState title={first ? words.list.firstTitle : words.list.emptyAllTitle}>
      <p>{words.list.emptyAll}</p>
      {first && <Snippet />}
    </EmptyState>
  )
}
