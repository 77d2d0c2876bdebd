import type { AccessRequest } from '@rolecall/protocol'
import { api, Button, Dialog, Notice, Segmented, Select, toast, useForm, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { type Length, lengths, untilOf } from '../data/lengths.ts'
import { words } from './words.ts'

/** How somebody gets what they ask for: the permission alone or with another role, for a while or for good. */
export function Grant({ request, onDone }: { request: AccessRequest; onDone: () => void }) {
  const { member, permission } = request
  const [how, setHow] = useState<'alone' | 'role'>('alone')
  const [roleId, setRoleId] = useState('')
  const [length, setLength] = useState<Length>('day')
  const roles = useQuery(permission.name, async (signal) => {
    const [choices, holding] = await Promise.all([
      api.team.roles.query(undefined, { signal }),
      api.roles.whoCan.query({ permission: permission.name }, { signal }),
    ])
    return choices.filter(({ id, give }) => give.may && holding.roles.some((role) => role.id === id))
  })
  const options = (roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const chosen = roleId || options[0]?.value || ''
  const form = useForm(
    () =>
      api.access.grant.mutate({
        requestId: request.id,
        roleId: how === 'role' ? chosen : null,
        until: untilOf(length),
      }),
    () => {
      toast(words.granted(member.name), { tone: 'good' })
      onDone()
    },
  )
  return (
    <Dialog open title={words.grantTitle(member.name)} closeLabel={words.close} onClose={onDone}>
      <form class="stack" onSubmit={form.submit}>
        {form.wrong && <Notice tone="bad">{form.wrong}</Notice>}
        <p>“{permission.label}”</p>
        <Segmented
          label={words.how}
          value={how}
          options={[
            { value: 'alone', label: words.alone },
            ...(options.length > 0 ? [{ value: 'role' as const, label: words.role }] : []),
          ]}
          onChange={setHow}
        />
        {how === 'role' && (
          <Select
            label={words.roleLabel}
            value={chosen}
            options={options}
            hint={length === 'ever' ? words.roleForGood : words.roleForAWhile}
            onChange={setRoleId}
          />
        )}
        <Segmented
          label={words.howLong}
          value={length}
          options={lengths.map((one) => ({ value: one, label: words.lengths[one] }))}
          onChange={setLength}
        />
        <div class="form-foot">
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button kind="primary" type="submit" call="access.grant" busy={form.busy}>
            {words.grantYes}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
