import { pieces } from '@rolecall/protocol'
import { Avatar, clock, Icon, moment } from '@rolecall/ui'
import { words } from '../words.ts'
import type { Bubble, Line } from './lines.ts'
import { Unsent } from './unsent.tsx'

type GroupLine = Extract<Line, { type: 'group' }>

/** What one person wrote in a row: theirs at the left, ours at the right, notes in yellow with the word Note. */
export function Group({ line, seenSeq, me }: { line: GroupLine; seenSeq: number; me: string }) {
  const { side, author, bubbles } = line
  const last = bubbles.at(-1)
  if (!last) return null
  const name = author.id === me ? words.thread.you : author.name
  return (
    <div class={`group is-${side}`}>
      {side === 'theirs' && <Avatar id={author.id ?? ''} name={author.name} size={24} />}
      <div class="group-bubbles">
        {side === 'note' && (
          <p class="group-note">
            <Icon name="note" size={16} />
            <strong>{words.thread.note}</strong>
            <span>{words.thread.noteFor}</span>
          </p>
        )}
        {bubbles.map((bubble) => (
          <div key={bubble.id} class="bubble-row">
            <p
              class={`bubble${bubble.sending ? ` is-${bubble.sending.state}` : ''}`}
              dir="auto"
              translate
              title={moment(bubble.at)}
            >
              <Text body={bubble.body} />
            </p>
            {bubble.sending?.state === 'failed' && <Unsent sending={bubble.sending} />}
          </div>
        ))}
        <p class="group-meta">
          <span>
            {/* The visitor is named above; who of the team wrote is news. */}
            {side === 'theirs' ? <span class="visually-hidden">{author.name} </span> : <bdi>{name} · </bdi>}
            <time dateTime={last.at}>{clock(last.at)}</time>
          </span>
          {side !== 'theirs' && <Ticks bubble={last} seenSeq={side === 'ours' ? seenSeq : null} />}
        </p>
      </div>
    </div>
  )
}

/** What somebody wrote, as text; addresses can be followed, and the page they lead to learns nothing of this one. */
function Text({ body }: { body: string }) {
  return (
    <>
      {pieces(body).map(({ text, href }, at) =>
        href ? (
          <a key={at} dir="ltr" href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </>
  )
}

/** On its way, on the server, seen by the visitor. `seenSeq` null: not for the visitor at all. */
function Ticks({ bubble: { seq, sending }, seenSeq }: { bubble: Bubble; seenSeq: number | null }) {
  if (sending) return sending.state === 'pending' ? <span class="ticks is-pending">{words.thread.pending}</span> : null
  if (seenSeq === null || seq === null) return null
  const seen = seq <= seenSeq
  return (
    <span class={`ticks${seen ? ' is-seen' : ''}`}>
      <Icon name={seen ? 'check-double' : 'check'} size={14} />
      {seen ? words.thread.seen : words.thread.sent}
    </span>
  )
}
