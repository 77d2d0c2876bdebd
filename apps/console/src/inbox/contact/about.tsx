import { Avatar, Icon, IconButton, mayCall, Skeleton } from '@rolecall/ui'
import { ContactFacts } from '../../contact-facts.tsx'
import { contactPath } from '../../paths.ts'
import { inbox } from '../data/store.ts'
import type { Place } from '../place.ts'
import { rowOf } from '../state/select.ts'
import { words } from '../words.ts'
import { EarlierChats } from './earlier.tsx'
import { showContact } from './shown.ts'

/** Right: who writes. What the role does not reach is not in the answer, and a line says so. */
export function About({ place, chatId }: { place: Place; chatId: string }) {
  const thread = inbox.value.threads[chatId]
  const chat = rowOf(inbox.value, chatId)?.chat
  if (thread?.load === 'gone' || thread?.load === 'error') return null
  return (
    <aside class="about" aria-label={words.contact.label}>
      <header class="about-head">
        <h2>{words.contact.label}</h2>
        <IconButton icon="close" label={words.contact.close} onClick={() => showContact(false)} />
      </header>
      {!chat || thread?.load !== 'ready' ? (
        <Skeleton label={words.thread.loading} rows={3} />
      ) : (
        <div class="about-body">
          <div class="about-who">
            <Avatar id={chat.contact.id} name={chat.contact.name} size={56} />
            <p class="about-name">
              <bdi>{chat.contact.name}</bdi>
            </p>
            {thread.contact && mayCall('contacts.get') && (
              <a href={contactPath(chat.contact.id)} data-call="contacts.get">
                {words.contact.profile}
              </a>
            )}
          </div>
          {thread.contact ? (
            <ContactFacts contact={thread.contact} />
          ) : (
            <p class="facts-masked">
              <Icon name="lock" size={16} />
              {words.contact.absent}
            </p>
          )}
          <EarlierChats place={place} earlier={thread.earlier} />
        </div>
      )}
    </aside>
  )
}
