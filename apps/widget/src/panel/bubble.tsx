import { pieces } from '@rolecall/protocol'
import { timeOf } from './format.ts'
import { Alert, Check, Checks, Clock } from './icons.tsx'
import { language, words } from './speech.ts'
import type { Line } from './thread.ts'

/** Text as it was written: line breaks stay, web addresses can be followed, nothing is ever read as markup. */
export function Bubble({ body }: { body: string }) {
  return (
    <p class="bubble" dir="auto">
      {pieces(body).map(({ text, href }) =>
        href ? (
          <a dir="ltr" href={href} target="_blank" rel="noopener noreferrer ugc nofollow">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  )
}

interface FootProps {
  line: Line
  /** The visitor's newest message says how far it has come. */
  newest: boolean
  seen: boolean
  again: (id: string) => void
}

/** What stands under a block: its time, and how far it has come. */
export function Foot({ line, newest, seen, again }: FootProps) {
  if (line.state === 'failed') {
    return (
      <p class="foot failed">
        <Alert /> {words.failed}{' '}
        <button type="button" onClick={() => again(line.id)}>
          {words.again}
        </button>
      </p>
    )
  }
  const [Icon, word] =
    line.state === 'sending' ? [Clock, words.sending] : seen ? [Checks, words.seen] : [Check, words.sent]
  return (
    <p class="foot">
      <time dateTime={line.at}>{timeOf(line.at, language)}</time>
      {line.mine && newest && (
        <>
          {' · '}
          {word} <Icon />
        </>
      )}
    </p>
  )
}
