import type { RoleDetail } from '@rolecall/protocol'
import { api, Button, Dialog, mayCall, TextArea } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { aboutWords as words } from './about-words.ts'

/** What a role is for, in words; and for one that the plan has locked, the way to have it stay open. */
export function About({ role }: { role: RoleDetail }) {
  const [writing, setWriting] = useState(false)
  const text = describes(role)
  if (text === '' && !mayCall('roles.describe')) return null
  return (
    <div class="role-for">
      {text !== '' && <p>{text}</p>}
      <Button
        size="s"
        kind="ghost"
        icon="edit"
        call="roles.describe"
        hasPopup="dialog"
        onClick={() => setWriting(true)}
      >
        {text === '' ? words.add : words.edit}
      </Button>
      {role.locked && <KeepOpen role={role} />}
      {writing && <Describe role={role} onDone={() => setWriting(false)} />}
    </div>
  )
}

/** In its keepers' words; a default role has ours until they write their own. */
export const describes = ({
  name,
  custom,
  description,
}: Pick<RoleDetail, 'name' | 'custom' | 'description'>): string =>
  description === '' && !custom ? (words.defaults[name as keyof typeof words.defaults] ?? '') : description

function Describe({ role, onDone }: { role: RoleDetail; onDone: () => void }) {
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

function KeepOpen({ role }: { role: RoleDetail }) {
  const [busy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    await attempt(() => api.roles.keepOpen.mutate({ roleId: role.id }), { text: words.keptOpen(role.name) })
    setBusy(false)
  }
  return (
    <p>
      {words.locked}{' '}
      <Button size="s" call="roles.keepOpen" busy={busy} onClick={keep}>
        {words.keepOpen}
      </Button>
    </p>
  )
}
