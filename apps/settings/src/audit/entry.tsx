import type { AuditEntry } from '@rolecall/protocol'
import { Avatar, Button, clock, mayCall, moment } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { canUndo } from './undo.ts'
import { hrefOf } from './where.ts'
import { words } from './words.ts'

/** A line of the history: who, what with a way to each thing that it names, and what more there is to tell. */
export function Entry({ entry, onUndo }: { entry: AuditEntry; onUndo: (entry: AuditEntry) => void }) {
  const { actor, at, said, subject, from } = entry
  const lines = [...entry.lines, ...originOf(from)]
  const chat = subject.kind === 'chat' && subject.id !== null ? hrefOf({ ...subject, id: subject.id }) : null
  return (
    <li class="entry">
      <Avatar id={actor.id ?? actor.name} name={actor.name} size={32} />
      <div class="entry-text">
        <p>
          <strong>
            <Name text={actor.name} of={actor.id === null ? null : { ...actor, id: actor.id }} />
          </strong>{' '}
          {said.map(({ text, of }, n) => (
            <Name key={`${n} ${text}`} text={n === 0 && !of ? within(text) : text} of={of} />
          ))}
        </p>
        {(lines.length > 0 || chat) && (
          <details>
            <summary>{words.details}</summary>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {chat && (
              <p class="entry-more">
                <a href={chat}>{words.seeChat}</a>
                {mayCall('questions.whoSees') && mayCall('roles.list') && (
                  <a href={`${paths.questions}/who-sees?chat=${subject.id}`}>{words.whoSees}</a>
                )}
              </p>
            )}
          </details>
        )}
      </div>
      {canUndo(entry.undo) && (
        <Button size="s" kind="ghost" hasPopup="dialog" onClick={() => onUndo(entry)}>
          {words.undoOf}
        </Button>
      )}
      <time class="quiet" dateTime={at} title={moment(at)}>
        {clock(at)}
      </time>
    </li>
  )
}

/** As it was called then, leading to what it is now. */
function Name({ text, of }: AuditEntry['said'][number]) {
  const href = of && hrefOf(of)
  return href ? <a href={href}>{text}</a> : <>{text}</>
}

/** From where, and by which API token. */
const originOf = ({ ip, token }: AuditEntry['from']): string[] => [
  ...(token === null ? [] : [words.byToken(token)]),
  ...(ip === null ? [] : [words.fromAddress(ip)]),
]

/** The sentence begins with the name. */
const within = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)
