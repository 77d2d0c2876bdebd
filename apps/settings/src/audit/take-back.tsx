import type { AuditEntry } from '@rolecall/protocol'
import { Button, Notice, Skeleton, useQuery } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Effects } from '../team/effects.tsx'
import { isTyped, TypeWord } from '../team/type-word.tsx'
import { meaningOf } from './meaning.ts'
import { takeBack } from './undo.ts'
import { words } from './words.ts'

/** What taking a change back means as things stand now, and the button that does it. `yes`: what it is called. */
export function TakeBack({ undo, yes, onDone, children }: Props) {
  const [busy, setBusy] = useState(false)
  const [typed, setTyped] = useState('')
  const query = useQuery(JSON.stringify(undo), (signal) => meaningOf(undo, signal))
  const { lines = [], given = null } = query.data ?? {}
  const why = given?.effect.members[0]?.why ?? query.failure?.text
  const raises = given?.effect.raises === true
  const notNow = !query.data ? words.loading : raises && !isTyped(typed) ? words.typeFirst : undefined
  const run = async () => {
    setBusy(true)
    const done = await attempt(() => takeBack(undo), { text: words.undone })
    setBusy(false)
    onDone(done !== null)
  }
  return (
    <>
      <div class="stack" role="status">
        {query.busy && !query.data && <Skeleton label={words.loading} rows={1} avatar={false} />}
        {why && <Notice tone="bad">{why}</Notice>}
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {given && !why && <Effects effect={given.effect} to={given.to} />}
      </div>
      {raises && !why && <TypeWord typed={typed} onInput={setTyped} />}
      <div class="form-foot">
        {children}
        {!why && (
          <Button kind="primary" busy={busy} notNow={notNow} onClick={() => void run()}>
            {yes}
          </Button>
        )}
      </div>
    </>
  )
}

interface Props {
  undo: NonNullable<AuditEntry['undo']>
  yes: string
  onDone: (done: boolean) => void
  /** Beside the button. */
  children?: ComponentChildren
}
