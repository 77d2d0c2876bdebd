import { ago, Badge, mayCall, minute, moment } from '@rolecall/ui'
import { chatPath } from '../paths.ts'
import { words } from './words.ts'

/** Their chats, as far as this member's scope shows them, newest first. */
export function Chats({ chats }: { chats: readonly ChatLine[] }) {
  return (
    <section class="pane-section" aria-labelledby="contact-chats">
      <h2 id="contact-chats">{words.chats}</h2>
      {chats.length === 0 && <p class="unknown">{words.noChats}</p>}
      <ul>
        {chats.map((chat) => (
          <li key={chat.id}>
            <ChatLink chat={chat} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChatLink({ chat }: { chat: ChatLine }) {
  const inside = (
    <>
      <span class="truncate">{chat.preview || words.emptyChat}</span>
      <Badge tone={chat.status === 'open' ? 'good' : 'plain'}>
        {chat.status === 'open' ? words.open : words.closed}
      </Badge>
      <time dateTime={chat.createdAt} title={moment(chat.createdAt)}>
        {ago(chat.createdAt, minute.value)}
      </time>
    </>
  )
  return mayCall('inbox.thread') ? (
    <a class="chat-line" href={chatPath(chat.id)}>
      {inside}
    </a>
  ) : (
    <span class="chat-line">{inside}</span>
  )
}

interface ChatLine {
  id: string
  status: 'open' | 'closed'
  createdAt: string
  preview: string | null
}
