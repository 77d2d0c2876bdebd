import { Begun, Button, Dialog, TextArea, useTyped } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

/** Asks for the pages that a department answers for, a line for each. */
export function PagesDialog({
  what,
  name,
  pages,
  onYes,
  onDone,
}: {
  /** Under which what is written is kept. */
  what: string
  name: string
  pages: readonly string[]
  /** null: refused. */
  onYes: (pages: string[]) => Promise<unknown>
  onDone: () => void
}) {
  const typed = useTyped(what, { text: pages.join('\n') })
  const [busy, setBusy] = useState(false)
  const lines = typed.value.text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const error = lines.length > most ? words.pagesMany(most) : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy || error) return
    setBusy(true)
    const done = await onYes(lines)
    setBusy(false)
    if (done === null) return
    typed.drop()
    onDone()
  }
  return (
    <Dialog open title={words.pagesTitle(name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <Begun typed={typed} />
        <TextArea
          label={words.pagesLabel}
          hint={words.pagesHint}
          error={error}
          rows={4}
          value={typed.value.text}
          placeholder={'/shop\nhelp.example.com'}
          onInput={typed.on('text')}
        />
        <p class="quiet">
          {words.pagesSnippet} <code>data-department="{name}"</code>
        </p>
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="departments.setPages" busy={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** As many as the server takes. */
const most = 20
