import type { CallName } from '@rolecall/client'
import { mayCall } from '../session/session.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** Asks before what cannot be undone. Closes by itself when the right to do it is withdrawn meanwhile. */
export function Confirm({ open, title, body, yes, no, call, busy = false, onYes, onNo }: ConfirmProps) {
  return (
    <Dialog
      open={open && (!call || mayCall(call))}
      title={title}
      closeLabel={no}
      size="s"
      onClose={onNo}
      footer={
        <>
          <Button autoFocus onClick={onNo}>
            {no}
          </Button>
          <Button kind="danger" call={call} busy={busy} onClick={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{body}</p>
    </Dialog>
  )
}

export interface ConfirmProps {
  open: boolean
  title: string
  /** What will be gone, in one or two sentences. */
  body: string
  /** The action as a verb: "Delete chat", never "OK". */
  yes: string
  no: string
  call?: CallName
  busy?: boolean
  onYes: () => void
  onNo: () => void
}
