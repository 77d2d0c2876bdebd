import { Button, type CallName, Dialog, Field } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

/** Asks for the name of a department, a new one or another one. */
export function NameDialog({
  title,
  name = '',
  yes,
  call,
  onYes,
  onDone,
}: {
  title: string
  name?: string
  yes: string
  call: CallName
  onYes: (name: string) => Promise<void>
  onDone: () => void
}) {
  const [value, setValue] = useState(name)
  const [busy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy || value.trim() === '') return
    setBusy(true)
    await onYes(value.trim())
    setBusy(false)
  }
  return (
    <Dialog open title={title} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <Field label={words.name} required maxLength={100} value={value} onInput={setValue} />
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
