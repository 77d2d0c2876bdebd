import { Button, Dialog, TextArea } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

/** Asks for the pages that a department answers for, a line for each. */
export function PagesDialog({
  name,
  pages,
  onYes,
  onDone,
}: {
  name: string
  pages: readonly string[]
  onYes: (pages: string[]) => Promise<void>
  onDone: () => void
}) {
  const [value, setValue] = useState(pages.join('\n'))
  const [busy, setBusy] = useState(false)
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const error = lines.length > most ? words.pagesMany(most) : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy || error) return
    setBusy(true)
    await onYes(lines)
    setBusy(false)
  }
  return (
    <Dialog open title={words.pagesTitle(name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <TextArea
          label={words.pagesLabel}
          hint={words.pagesHint}
          error={error}
          rows={4}
          value={value}
          placeholder={'/shop\nhelp.example.com'}
          onInput={setValue}
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
