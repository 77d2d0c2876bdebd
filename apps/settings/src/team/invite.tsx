import type { Invited, RoleChoice } from '@rolecall/protocol'
import {
  api,
  Begun,
  Button,
  Dialog,
  Notice,
  Select,
  TextArea,
  Tick,
  useForm,
  useQuery,
  useSettled,
  useTyped,
} from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { addressesIn } from './addresses.ts'
import { Links } from './links.tsx'
import { opens } from './opens.ts'
import { isTyped, raises, TypeWord } from './type-word.tsx'
import { words } from './words.ts'

/** The button, there for whoever may invite, and its dialog. */
export function InviteButton({ roles }: { roles: readonly RoleChoice[] }) {
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState<Invited | null>(null)
  return (
    <>
      <Button kind="primary" icon="plus" call="team.inviteSeveral" hasPopup="dialog" onClick={() => setOpen(true)}>
        {words.invite}
      </Button>
      {open && (
        <Invite
          roles={roles.filter(({ give }) => give.may)}
          onDone={(answer) => {
            setOpen(false)
            if (answer) setTold(answer)
          }}
        />
      )}
      {told && <Links told={told} onDone={() => setTold(null)} />}
    </>
  )
}

function Invite({ roles, onDone }: Props) {
  const typed = useTyped('invite', { text: '', roleId: '', departmentIds: [] as readonly string[] })
  const { text, roleId: chosen } = typed.value
  const [word, setWord] = useState('')
  const usual = roles.find(({ name }) => name === 'Agent') ?? roles.at(-1)
  const role = roles.find(({ id }) => id === chosen) ?? usual
  const { emails, wrong } = addressesIn(text)
  // Not while it is written.
  const told = addressesIn(useSettled(text, 900)).wrong.filter((one) => wrong.includes(one))
  const departments = useQuery('departments', (signal) => api.departments.list.query(undefined, { signal }))
  const departmentIds = typed.value.departmentIds.filter((one) => departments.data?.some(({ id }) => id === one))
  const form = useForm(
    () => api.team.inviteSeveral.mutate({ emails, roleId: role?.id ?? '', departmentIds }),
    (told) => {
      typed.drop()
      onDone(told)
    },
  )
  const notNow =
    wrong.length > 0
      ? words.inviteWrong(wrong)
      : emails.length === 0
        ? words.inviteFirst
        : role && raises(role) && !isTyped(word)
          ? words.inviteType
          : undefined
  const submit = (event: Event) => (notNow ? event.preventDefault() : form.submit(event))
  return (
    <Dialog open title={words.inviteTitle} closeLabel={words.close} onClose={() => onDone(null)}>
      <form class="stack" onSubmit={submit}>
        {form.wrong && <Notice tone="bad">{form.wrong}</Notice>}
        <Begun typed={typed} />
        <TextArea
          label={words.inviteEmails}
          hint={words.inviteHint}
          rows={3}
          value={text}
          maxLength={8000}
          {...(told.length > 0 && { error: words.inviteWrong(told) })}
          onInput={typed.on('text')}
        />
        <Select
          label={words.role}
          value={role?.id ?? ''}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={typed.on('roleId')}
        />
        {(departments.data?.length ?? 0) > 0 && (
          <fieldset class="ticks">
            <legend>{words.departments}</legend>
            {departments.data?.map(({ id, name }) => (
              <Tick
                key={id}
                label={name}
                checked={departmentIds.includes(id)}
                notNow={opens(id) ? undefined : words.notSeen}
                onChange={(on) =>
                  typed.on('departmentIds')(on ? [...departmentIds, id] : departmentIds.filter((one) => one !== id))
                }
              />
            ))}
          </fieldset>
        )}
        {role && raises(role) && <TypeWord typed={word} onInput={setWord} />}
        <div class="form-foot">
          <Button onClick={() => onDone(null)}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="team.inviteSeveral" busy={form.busy} notNow={notNow}>
            {emails.length > 1 ? words.inviteMany(emails.length) : words.inviteSend}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Props {
  roles: readonly RoleChoice[]
  /** null: nobody was invited. */
  onDone: (told: Invited | null) => void
}
