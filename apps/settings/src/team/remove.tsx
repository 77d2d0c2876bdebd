import type { Person } from '@rolecall/protocol'
import { api, Button, Dialog, Field } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** It cannot be undone, so it is typed. */
export function Remove({ member, onDone }: { member: Person; onDone: (gone: boolean) => void }) {
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const right = typed.trim() === member.name
  const remove = async (event: Event) => {
    event.preventDefault()
    if (!right || busy) return
    setBusy(true)
    const done = await attempt(
      () => api.team.remove.mutate({ memberId: member.id }),
      ({ kept }) => ({ text: words.removed(member.name, kept) }),
    )
    setBusy(false)
    onDone(done !== null)
  }
  return (
    <Dialog open title={words.removeTitle(member.name)} closeLabel={words.close} onClose={() => onDone(false)} size="s">
      <form class="stack" onSubmit={(event) => void remove(event)}>
        <p>{words.removeBody}</p>
        <Field label={words.removeType(member.name)} value={typed} autocomplete="off" onInput={setTyped} />
        <div class="form-foot">
          <Button onClick={() => onDone(false)}>{words.cancel}</Button>
          <Button
            kind="danger"
            type="submit"
            call="team.remove"
            busy={busy}
            notNow={right ? undefined : words.removeType(member.name)}
          >
            {words.removeYes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
