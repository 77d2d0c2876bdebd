import { useComputed } from '@preact/signals'
import type { Chat } from '@rolecall/protocol'
import { Avatar, ago, Count, minute, moment, plural, session } from '@rolecall/ui'
import { begunIn } from '../data/drafts.ts'
import { inbox } from '../data/store.ts'
import { words } from '../words.ts'

/** One chat of the list: who, the newest words, where and when, how much is unread, whose it is. */
export function ChatLink({ chat, unread, id, href, selected, stop }: RowProps) {
  // Every keystroke changes some draft; only the row whose words change is drawn again.
  const begun = useComputed(() => begunIn(chat.id)).value
  const draft = selected ? '' : begun
  const me = session.value?.member.id
  return (
    <a
      id={id}
      class={`row${unread > 0 ? ' is-unread' : ''}`}
      href={href}
      data-call="inbox.thread"
      aria-current={selected ? 'true' : undefined}
      tabIndex={stop ? 0 : -1}
    >
      <Avatar id={chat.contact.id} name={chat.contact.name} size={40} />
      <span class="row-name truncate">
        <bdi>{chat.contact.name}</bdi>
      </span>
      <span class="row-aside">
        {chat.department && inbox.value.list.query.departmentId === null && (
          <span class="row-department truncate" title={words.head.department(chat.department.name)}>
            {chat.department.name}
          </span>
        )}
        <time class="row-time" dateTime={chat.activeAt} title={moment(chat.activeAt)}>
          {ago(chat.activeAt, minute.value)}
        </time>
      </span>
      <span class="row-words truncate">
        {draft ? (
          <>
            <span class="row-draft">{words.list.draft}: </span>
            {draft}
          </>
        ) : (
          <Preview chat={chat} me={me} />
        )}
      </span>
      <span class="row-marks">
        {unread > 0 ? (
          <Count value={unread} strong label={plural(unread, words.list.unread)} />
        ) : (
          chat.assignee && chat.assignee.id !== me && <Owner {...chat.assignee} />
        )}
      </span>
    </a>
  )
}

function Preview({ chat: { preview }, me }: { chat: Chat; me: string | undefined }) {
  if (!preview) return <span class="row-nothing">{words.list.nothing}</span>
  const ours = preview.author.kind === 'member'
  const name = preview.author.id === me ? words.list.you : preview.author.name.split(' ')[0]
  return (
    <>
      {ours && <span class="row-ours">{name}: </span>}
      <bdi>{preview.body}</bdi>
    </>
  )
}

function Owner({ id, name }: { id: string; name: string }) {
  return (
    <span class="row-owner" title={words.head.assignee(name)}>
      <Avatar id={id} name={name} size={20} />
      <span class="visually-hidden">{words.head.assignee(name)}</span>
    </span>
  )
}

interface RowProps {
  chat: Chat
  unread: number
  id: string
  href: string
  selected: boolean
  /** The one row that the Tab key reaches. */
  stop: boolean
}
