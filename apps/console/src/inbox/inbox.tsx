import './css/inbox.css'
import './css/list.css'
import './css/row.css'
import './css/thread.css'
import './css/log.css'
import './css/composer.css'
import './css/contact.css'
import { bare, narrow, unseen, useTitle } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { About } from './contact/about.tsx'
import { contactShown } from './contact/shown.ts'
import { inbox } from './data/store.ts'
import { ListPane } from './list/list-pane.tsx'
import { waitingOf } from './state/select.ts'
import { ThreadPane } from './thread/thread-pane.tsx'
import { useInbox } from './use-inbox.ts'
import { useInboxKeys } from './use-keys.ts'
import { words } from './words.ts'

/** Chats: the list, the one that is open, and who writes there. */
export function Inbox() {
  const place = useInbox()
  const { chatId } = place
  useInboxKeys(place)
  const waiting = waitingOf(inbox.value)
  useEffect(() => {
    unseen.value = waiting
  }, [waiting])
  useTitle(words.title)
  useEffect(() => {
    bare.value = narrow.value && chatId !== null
    return () => {
      bare.value = false
    }
  }, [narrow.value, chatId])
  const contact = contactShown.value && chatId !== null
  return (
    <div class={`inbox${chatId ? ' has-chat' : ''}${contact ? ' has-contact' : ''}`}>
      <ListPane place={place} />
      <ThreadPane place={place} />
      {contact && <About key={chatId} place={place} chatId={chatId} />}
    </div>
  )
}
