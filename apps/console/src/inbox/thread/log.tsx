import type { Chat } from '@rolecall/protocol'
import { Button, day, Icon, minute, plural, session } from '@rolecall/ui'
import { useLayoutEffect } from 'preact/hooks'
import { newFrom } from '../data/attention.ts'
import { askEarlier, loadingEarlier } from '../data/questions.ts'
import { inbox } from '../data/store.ts'
import type { Thread } from '../state/state.ts'
import { hasEarlier } from '../state/thread.ts'
import { words } from '../words.ts'
import { Group } from './group.tsx'
import { type Line, layOut } from './lines.ts'
import { useScroll } from './use-scroll.ts'

/** The messages of a chat, oldest above; older ones come as the reader nears the top. */
export function Log({ chat, thread }: { chat: Chat; thread: Thread }) {
  const member = session.value?.member
  const me = { kind: 'member' as const, id: member?.id ?? '', name: member?.name ?? '' }
  const sending = inbox.value.sending.filter((one) => one.chatId === chat.id)
  const lines = layOut(thread.messages, sending, me, newFrom.value?.chatId === chat.id ? newFrom.value.seq : null)
  const newest = sending.at(-1)?.id ?? thread.messages.at(-1)?.id ?? ''
  const count = thread.messages.length + sending.length
  const mine = sending.length > 0 || thread.messages.at(-1)?.author.id === me.id
  const { log, below, atEnd, onScroll, toEnd } = useScroll(thread.messages[0]?.id ?? '', newest, count, mine)
  const earlier = hasEarlier(thread)
  const nearTop = () => {
    if (earlier && (log.current?.scrollTop ?? 0) < 400) void askEarlier(chat.id)
  }
  useLayoutEffect(nearTop, [thread.messages[0]?.id])
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={log}
        role="log"
        aria-label={words.thread.messages}
        aria-busy={loadingEarlier.value}
        tabIndex={0}
        onScroll={() => {
          onScroll()
          nearTop()
        }}
      >
        <div class="log-lines">
          <div class="log-start">
            {earlier ? (
              <Button
                kind="ghost"
                size="s"
                call="inbox.thread"
                busy={loadingEarlier.value}
                onClick={() => void askEarlier(chat.id)}
              >
                {words.thread.earlier}
              </Button>
            ) : (
              <p>{words.thread.first(day(chat.createdAt, minute.value))}</p>
            )}
          </div>
          {lines.map((line) => (
            <LogLine key={line.key} line={line} seenSeq={chat.seenSeq} me={me.id} />
          ))}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button"
          class={`log-pill${below > 0 ? ' is-new' : ''}`}
          aria-label={words.thread.toEnd}
          onClick={toEnd}
        >
          <Icon name="chevron" size={16} />
          {below > 0 && <span>{plural(below, words.thread.newBelow)}</span>}
        </button>
      )}
    </div>
  )
}

function LogLine({ line, seenSeq, me }: { line: Line; seenSeq: number; me: string }) {
  if (line.type === 'group') return <Group line={line} seenSeq={seenSeq} me={me} />
  if (line.type === 'event') return <p class="log-event">{line.body}</p>
  if (line.type === 'unread')
    return (
      <p class="log-unread">
        <span>{words.thread.unread}</span>
      </p>
    )
  return (
    <p class="log-day">
      <time dateTime={line.at}>{dayName(line.at)}</time>
    </p>
  )
}

function dayName(iso: string): string {
  const then = new Date(iso).toDateString()
  const now = minute.value
  if (then === new Date(now).toDateString()) return words.thread.today
  if (then === new Date(now - 86_400_000).toDateString()) return words.thread.yesterday
  return day(iso, now)
}
