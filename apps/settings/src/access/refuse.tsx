import type { AccessRequest } from '@rolecall/protocol'
import { api, Begun, Button, Dialog, TextArea, useTyped } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** Says no, with a word why. */
export function Refuse({ request, onDone }: { request: AccessRequest; onDone: () => void }) {
  const typed = useTyped(`refuse.${request.id}`, { answer: '' })
  const [busy, setBusy] = useState(false)
  const refuse = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = typed.value.answer.trim()
    const done = await attempt(() => api.access.refuse.mutate({ requestId: request.id, answer }), {
      text: words.refused(request.member.name),
    })
    setBusy(false)
    if (!done) return
    typed.drop()
    onDone()
  }
  return (
    <Dialog open title={words.refuseTitle(request.member.name)} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={(event) => void refuse(event)}>
        <Begun typed={typed} />
        <TextArea label={words.answer} value={typed.value.answer} onInput={typed.on('answer')} />
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
