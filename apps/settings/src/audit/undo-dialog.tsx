import type { AuditEntry } from '@rolecall/protocol'
import { Button, Dialog } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { canUndo, takeBack } from './undo.ts'
import { words } from './words.ts'

/** Says once more what is taken back, before it is. */
export function UndoDialog({ entry, onDone }: { entry: AuditEntry; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const { undo } = entry
  const run = async () => {
    if (!undo) return
    setBusy(true)
    await attempt(() => takeBack(undo), { text: words.undone })
    onDone()
  }
  return (
    <Dialog
      open={canUndo(undo)}
      size="s"
      title={words.undoTitle}
      closeLabel={words.cancel}
      onClose={onDone}
      footer={
        <>
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={run}>
            {words.undoOf}
          </Button>
        </>
      }
    >
      <p>
        <strong>{entry.actor.name}</strong>: {entry.text}
      </p>
      {entry.lines.length > 0 && (
        <ul class="undo-lines">
          {entry.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>{words.undoBody}</p>
    </Dialog>
  )
}
