import { api, Button, EmptyState, session, toast, useQuery } from '@rolecall/ui'
import { useRef } from 'preact/hooks'
import { words } from '../words.ts'
import { snippetOf } from './snippet.ts'

/** No open chat at all: who looks after the widget, and never had a chat, is shown how to put it on the site. */
export function NoOpenChats() {
  const past = useQuery('closed chats', () => api.inbox.list.query({ view: 'all', status: 'closed', limit: 1 }))
  const mayInstall = session.value?.permissions.includes('widget.customize')
  if (mayInstall && past.data?.rows.length === 0) return <FirstChat accountId={session.value?.account.id ?? ''} />
  return <EmptyState title={words.list.emptyAllTitle}>{words.list.emptyAll}</EmptyState>
}

function FirstChat({ accountId }: { accountId: string }) {
  const code = useRef<HTMLElement>(null)
  const line = snippetOf(location.origin, accountId)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line)
      toast(words.list.copied, { tone: 'good' })
    } catch {
      // Without https a browser has no clipboard for pages: the line is selected, to be copied by hand.
      getSelection()?.selectAllChildren(code.current as HTMLElement)
      toast(words.list.copyByHand)
    }
  }
  return (
    <EmptyState title={words.list.firstTitle} action={<Button onClick={() => void copy()}>{words.list.copy}</Button>}>
      <p>{words.list.first}</p>
      <code class="snippet" ref={code}>
        {line}
      </code>
    </EmptyState>
  )
}
