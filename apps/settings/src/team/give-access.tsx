import type { Member } from '@rolecall/protocol'
import {
  api,
  Begun,
  Button,
  Dialog,
  Field,
  mayCall,
  Notice,
  Segmented,
  Select,
  toast,
  useForm,
  useQuery,
  useTyped,
} from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { type Length, lengths, untilOf } from '../data/lengths.ts'
import { RoleAsWell } from './role-as-well.tsx'
import { isTyped, raises, TypeWord } from './type-word.tsx'
import { words } from './words.ts'

/** One permission more, or a role as well, for a while or for good: of what one may give them. */
export function GiveAccess({ member, permission, onDone }: Props) {
  const { id: memberId } = member
  const [what, setWhat] = useState<'permission' | 'role'>('permission')
  const [chosen, setChosen] = useState(permission ?? '')
  const [length, setLength] = useState<Length>('day')
  const said = useTyped(`give.${memberId}`, { reason: '' })
  const [typed, setTyped] = useState('')
  const can = useQuery(memberId, (signal) =>
    mayCall('roles.whatCan') ? api.roles.whatCan.query({ memberId }, { signal }) : Promise.resolve(null),
  )
  const roles = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  const others = (roles.data ?? []).filter(({ id, give }) => give.may && id !== member.role.id)
  const options =
    what === 'role'
      ? others.map(({ id, name }) => ({ value: id, label: name }))
      : (can.data?.permissions ?? [])
          .filter(({ give }) => give?.may)
          .map(({ name, label, section }) => ({ value: name, label: `${section}: ${label}` }))
  const value = options.some((one) => one.value === chosen) ? chosen : (options[0]?.value ?? '')
  const role = what === 'role' ? others.find(({ id }) => id === value) : undefined
  const word = role !== undefined && raises(role) && !isTyped(typed)
  const form = useForm(
    () =>
      api.access.give.mutate({
        memberId,
        permission: what === 'permission' ? value : null,
        roleId: what === 'role' ? value : null,
        until: untilOf(what === 'role' && length === 'ever' ? 'week' : length),
        reason: said.value.reason.trim(),
      }),
    () => {
      said.drop()
      toast(words.given(member.name), { tone: 'good' })
      onDone()
    },
  )
  return (
    <Dialog open title={words.giveTitle(member.name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => (value && !word ? form.submit(event) : event.preventDefault())}>
        {form.wrong && <Notice tone="bad">{form.wrong}</Notice>}
        <Segmented
          label={words.giveWhat}
          value={what}
          options={[
            { value: 'permission', label: words.givePermission },
            { value: 'role', label: words.giveRoleToo },
          ]}
          onChange={setWhat}
        />
        <Select
          label={what === 'role' ? words.role : words.permission}
          value={value}
          options={options}
          onChange={setChosen}
        />
        <Segmented
          label={words.howLong}
          value={what === 'role' && length === 'ever' ? 'week' : length}
          options={lengths
            .filter((one) => what === 'permission' || one !== 'ever')
            .map((one) => ({ value: one, label: words.lengths[one] }))}
          onChange={setLength}
        />
        <Begun typed={said} />
        <Field label={words.reason} value={said.value.reason} maxLength={500} onInput={said.on('reason')} />
        {role && <RoleAsWell member={member} role={role} />}
        {role && raises(role) && <TypeWord typed={typed} onInput={setTyped} />}
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            call="access.give"
            busy={form.busy}
            notNow={word ? words.inviteType : undefined}
          >
            {words.giveYes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Props {
  member: Member
  /** Which one to begin with. */
  permission?: string
  onDone: () => void
}
