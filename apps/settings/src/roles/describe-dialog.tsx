import type { RoleDetail } from '@rolecall/protocol'
import { api, Begun, Button, Dialog, TextArea, useTyped } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { aboutWords as words } from './about-words.ts'

/** Says what a role is for. */
export function DescribeDialog({ role, onDone }: { role: RoleDetail; onDone: () => void }) {
  const typed = useTyped(`description.${role.id}`, { text: role.description })
  const [busy, setBusy] = useState(false)
  const save = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const description = typed.value.text.trim()
    const done = await attempt(() => api.roles.describe.mutate({ roleId: role.id, description }), { text: words.saved })
    setBusy(false)
    if (!done) return
    typed.drop()
    onDone()
  }
  return (
    <Dialog open title={words.title(role.name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <Begun typed={typed} />
        <TextArea
          label={words.label}
          hint={words.hint}
          value={typed.value.text}
          maxLength={300}
          rows={3}
          onInput={typed.on('text')}
        />
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="roles.describe" busy={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
