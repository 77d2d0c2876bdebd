import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, Dialog, TextArea } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { aboutWords as words } from './about-words.ts'

/** Says what a role is for. */
export function DescribeDialog({ role, onDone }: { role: RoleDetail; onDone: () => void }) {
  const [text, setText] = useState(role.description)
  const [busy, setBusy] = useState(false)
  const save = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const description = text.trim()
    const done = await attempt(() => api.roles.describe.mutate({ roleId: role.id, description }), { text: words.saved })
    setBusy(false)
    if (done) onDone()
  }
  return (
    <Dialog open title={words.title(role.name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <TextArea label={words.label} hint={words.hint} value={text} maxLength={300} rows={3} onInput={setText} />
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
