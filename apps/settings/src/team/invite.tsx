import type { InviteLink, RoleChoice } from '@rolecall/protocol'
import { api, Button, CopyField, Dialog, Field, Notice, Select, Tick, useForm, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words } from './words.ts'

/** The button, there for whoever may invite, and its dialog. */
export function InviteButton({ roles }: { roles: readonly RoleChoice[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" icon="plus" call="team.invite" hasPopup="dialog" onClick={() => setOpen(true)}>
        {words.invite}
      </Button>
      {open && <Invite roles={roles.filter(({ give }) => give.may)} onDone={() => setOpen(false)} />}
    </>
  )
}

function Invite({ roles, onDone }: { roles: readonly RoleChoice[]; onDone: () => void }) {
  const [email, setEmail] = useState('')
  const [roleId, setRoleId] = useState(roles.find(({ name }) => name === 'Agent')?.id ?? roles.at(-1)?.id ?? '')
  const [departmentIds, setDepartmentIds] = useState<string[]>([])
  const [made, setMade] = useState<InviteLink | null>(null)
  const departments = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  const form = useForm(() => api.team.invite.mutate({ email: email.trim(), roleId, departmentIds }), setMade)
  if (made) return <Link made={made} title={words.inviteDone} email={email} onDone={onDone} />
  return (
    <Dialog open title={words.inviteTitle} closeLabel={words.close} onClose={onDone} size="s">
      <form class="stack" onSubmit={form.submit}>
        {form.wrong && <Notice tone="bad">{form.wrong}</Notice>}
        <Field label={words.inviteEmail} type="email" required maxLength={254} value={email} onInput={setEmail} />
        <Select
          label={words.role}
          value={roleId}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setRoleId}
        />
        {(departments.data?.length ?? 0) > 0 && (
          <fieldset class="ticks">
            <legend>{words.departments}</legend>
            {departments.data?.map(({ id, name }) => (
              <Tick
                key={id}
                label={name}
                checked={departmentIds.includes(id)}
                onChange={(on) =>
                  setDepartmentIds(on ? [...departmentIds, id] : departmentIds.filter((one) => one !== id))
                }
              />
            ))}
          </fieldset>
        )}
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="team.invite" busy={form.busy}>
            {words.inviteSend}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The link, which is readable this once. */
export function Link({
  made,
  title,
  email,
  onDone,
}: {
  made: InviteLink
  title: string
  email: string
  onDone: () => void
}) {
  return (
    <Dialog
      open
      title={title}
      closeLabel={words.close}
      onClose={onDone}
      size="s"
      footer={<Button onClick={onDone}>{words.close}</Button>}
    >
      <div class="stack">
        <p>{made.mailed ? words.inviteMailed(email) : words.inviteByHand}</p>
        <CopyField label={words.inviteLink} value={made.link} hint={words.inviteOnce} />
      </div>
    </Dialog>
  )
}
