import type { AuditEntry } from '@rolecall/protocol'
import { Button, Dialog } from '@rolecall/ui'
import { TakeBack } from './take-back.tsx'
import { canUndo } from './undo.ts'
import { words } from './words.ts'

/** Says what is taken back, and what that means now, before it is. */
export function UndoDialog({ entry, onDone }: { entry: AuditEntry; onDone: () => void }) {
  const { undo } = entry
  if (!canUndo(undo)) return null
  return (
    <Dialog open title={words.undoTitle} closeLabel={words.cancel} onClose={onDone}>
      <div class="stack">
        <p>
          <strong>{entry.actor.name}</strong>: {entry.text}
        </p>
        <p>{words.undoBody}</p>
        <TakeBack undo={undo} yes={words.undoNow} onDone={onDone}>
          <Button autoFocus onClick={onDone}>
            {words.cancel}
          </Button>
        </TakeBack>
      </div>
    </Dialog>
  )
}
