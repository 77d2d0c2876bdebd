import type { Person } from '@rolecall/protocol'
import { api, Button, Dialog, Field, mayCall, Notice, Segmented, Select, toast, useForm, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { type Length, lengths, untilOf } from '../data/lengths.ts'
import { words } from './words.ts'

/** One permission more, or a role as well, for a while or for good. */
export function GiveAccess({ member, onDone }: { member: Person; onDone: () => void }) {
  const [what, setWhat] = useState<'permission' | 'role'>('permission')
  const [chosen, setChosen] = useState('')
  const [length, setLength] = useState<Length>('day')
  const [reason, setReason] = useState('')
  const catalogue = useQuery('catalogue', (signal) =>
    mayCall('roles.catalogue') ? api.roles.catalogue.query(undefined, { signal }) : Promise.resolve([]),
  )
  const roles = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  const options =
    what === 'role'
      ? (roles.data ?? []).filter(({ give }) => give.may).map(({ id, name }) => ({ value: id, label: name }))
      : (catalogue.data ?? []).flatMap((section) =>
          section.permissions.map(({ name, label }) => ({ value: name, label: `${section.label}: ${label}` })),
        )
  const value = options.some((one) => one.value === chosen) ? chosen : (options[0]?.value ?? '')
  const form = useForm(
    () =>
      api.access.give.mutate({
        memberId: member.id,
        permission: what === 'permission' ? value : null,
        roleId: what === 'role' ? value : null,
        until: untilOf(what === 'role' && length === 'ever' ? 'week' : length),
        reason: reason.trim(),
      }),
    () => {
      toast(words.given(member.name), { tone: 'good' })
      onDone()
    },
  )
  return (
    <Dialog open title={words.giveTitle(member.name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={(event) => (value ? form.submit(event) : event.preventDefault())}>
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
        <Field label={words.reason} value={reason} maxLength={500} onInput={setReason} />
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="access.give" busy={form.busy}>
            {words.giveYes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
