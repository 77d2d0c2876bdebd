import type { Blast } from '@rolecall/protocol'
import { Avatar, Button, Dialog, Notice, plural } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { dialogWords } from './dialog-words.ts'
import type { Editor } from './editor.ts'
import type { Rules } from './rules.ts'
import { changeOf, quoted, sayChange } from './say.ts'
import type { BlastQuery } from './use-blast.ts'
import { words } from './words.ts'

const { review } = dialogWords

/** The change in words, and everybody and every token that it concerns. */
export function ReviewDialog({ open, editor, blast, save, onClose }: Props) {
  const { base, draft, rules } = editor
  return (
    <Dialog
      open={open}
      size="l"
      title={review.title(base.draft.name)}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.back}</Button>
          {save}
        </>
      }
    >
      <Lines lines={sayChange(changeOf(base.draft, draft, rules), rules)} />
      {blast.failure && <Notice tone="warn">{`${review.noBlast} ${blast.failure.text}`}</Notice>}
      {blast.data ? <Concerned blast={blast.data} rules={rules} /> : !blast.failure && <p>{review.asking}</p>}
    </Dialog>
  )
}

interface Props {
  open: boolean
  editor: Editor
  blast: BlastQuery
  /** The button that saves. */
  save: ComponentChildren
  onClose: () => void
}

export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="role-lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

/** The server's sentences, and then, unless brief, name by name. */
export function Concerned({ blast, rules, brief = false }: { blast: Blast; rules: Rules; brief?: boolean }) {
  const { members, tokens, invites, lines } = blast
  return (
    <>
      <h3 class="role-h3">{review.who}</h3>
      <Lines lines={lines} />
      {!brief && members.length > 0 && (
        <ul class="role-hit">
          {members.map((one) => (
            <li key={one.id}>
              <Avatar id={one.id} name={one.name} size={24} />
              <strong>{one.name}</strong>
              <span>{moves(one, rules)}</span>
            </li>
          ))}
        </ul>
      )}
      {!brief && tokens.length > 0 && (
        <>
          <h3 class="role-h3">{review.tokens}</h3>
          <ul class="role-hit">
            {tokens.map((one) => (
              <li key={one.id}>
                <strong>{review.tokenOf(one.name, one.owner)}</strong>
                <span>{moves(one, rules)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!brief && invites > 0 && <p class="role-soft">{plural(invites, review.inviteNote)}</p>}
    </>
  )
}

const moves = ({ gains, loses }: { gains: string[]; loses: string[] }, rules: Rules): string =>
  [
    ...(loses.length > 0 ? [review.loses(quoted(loses, rules))] : []),
    ...(gains.length > 0 ? [review.gains(quoted(gains, rules))] : []),
  ].join('; ') || review.scopeOnly
