import type { AccessRequest } from '@rolecall/protocol'
import { api, Button, Dialog, TextArea } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** Says no, with a word why. */
export function Refuse({ request, onDone }: { request: AccessRequest; onDone: () => void }) {
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)
  const refuse = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const done = await attempt(() => api.access.refuse.mutate({ requestId: request.id, answer: answer.trim() }), {
      text: words.refused(request.member.name),
    })
    setBusy(false)
    if (done) onDone()
  }
  return (
    <Dialog open title={words.refuseTitle(request.member.name)} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={(event) => void refuse(event)}>
        <TextArea label={words.answer} value={answer} onInput={setAnswer} />
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="danger" type="submit" call="access.refuse" busy={busy}>
            {words.refuseYes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
