import { Begun, Button, type CallName, Dialog, Field, useTyped } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

/** Asks for the name of a department, a new one or another one. */
export function NameDialog({
  what,
  title,
  name = '',
  yes,
  call,
  onYes,
  onDone,
}: {
  /** Under which what is written is kept. */
  what: string
  title: string
  name?: string
  yes: string
  call: CallName
  /** null: refused. */
  onYes: (name: string) => Promise<unknown>
  onDone: () => void
}) {
  const typed = useTyped(what, { name })
  const value = typed.value.name.trim()
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy || value === '') return
    setBusy(true)
    const done = await onYes(value)
    setBusy(false)
    if (done === null) return
    typed.drop()
    onDone()
  }
  return (
    <Dialog open title={title} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <Begun typed={typed} />
        <Field label={words.name} required maxLength={100} value={typed.value.name} onInput={typed.on('name')} />
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call={call} busy={busy}>
            {yes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
