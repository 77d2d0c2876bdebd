import type { Member, RoleChoice } from '@rolecall/protocol'
import { api, Button, Dialog, Notice, Select, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { Effects } from './effects.tsx'
import { roleWords as words } from './role-words.ts'
import { isTyped, TypeWord } from './type-word.tsx'

/** Gives one member or several a role, once it was read what each of them gains and loses. Choosing is not doing. */
export function GiveRole({ members, roles, onDone }: Props) {
  const [only, ...others] = members
  const one = others.length === 0 ? only : undefined
  const [roleId, setRoleId] = useState('')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const role = roles.find(({ id }) => id === roleId)
  const memberIds = members.map(({ id }) => id)
  const query = useQuery(`${roleId} ${memberIds.join()}`, async (signal) =>
    roleId === '' ? null : api.team.roleEffect.query({ memberIds, roleId }, { signal }),
  )
  useNews(['members', 'roles', 'departments', 'plan'], query.reload)
  const effect = query.data
  const refused = effect?.members.filter(({ why }) => why !== null) ?? []
  const notNow =
    !role || !effect
      ? words.chooseFirst
      : effect.raises && !isTyped(typed)
        ? words.typeFirst(words.administrator)
        : null

  const give = async (event: Event) => {
    event.preventDefault()
    if (!role || notNow !== null || refused.length > 0 || busy) return
    const changing = members.filter((member) => member.role.id !== role.id)
    setBusy(true)
    const done = await attempt(
      () => api.team.setRoles.mutate({ changes: changing.map((member) => to(member, role.id, member.role.id)) }),
      ({ changed, undo }) => ({
        text: one ? words.given(one.name, role.name) : words.givenMany(changed, role.name),
        ...(undo && {
          undo: () =>
            api.team.setRoles.mutate({ changes: changing.map((member) => to(member, member.role.id, role.id)) }),
        }),
      }),
    )
    setBusy(false)
    if (done) onDone(true)
  }
  return (
    <Dialog
      open
      title={one ? words.title(one.name) : words.titleMany(members.length)}
      closeLabel={words.close}
      onClose={() => onDone(false)}
    >
      <form class="stack" onSubmit={(event) => void give(event)}>
        <Select
          label={words.role}
          value={roleId}
          options={[
            { value: '', label: words.choose },
            ...roles
              .filter(({ id }) => id !== one?.role.id)
              .map(({ id, name, give }) => ({ value: id, label: give.may ? name : words.not(name) })),
          ]}
          hint={words.lead}
          onChange={setRoleId}
        />
        <div class="stack" role="status">
          {roleId !== '' && query.busy && !effect && <p>{words.asking}</p>}
          {query.failure && <Notice tone="bad">{query.failure.text}</Notice>}
          {refused.map(({ id, name, why }) => (
            <Notice key={id} tone="bad" title={one ? words.refused : name}>
              {why}
            </Notice>
          ))}
          {role && effect && <Effects effect={effect} to={role.name} />}
        </div>
        {effect?.raises && refused.length === 0 && <TypeWord typed={typed} onInput={setTyped} />}
        <div class="form-foot">
          <Button onClick={() => onDone(false)}>{words.cancel}</Button>
          {refused.length === 0 && (
            <Button kind="primary" type="submit" call="team.setRoles" busy={busy} notNow={notNow ?? undefined}>
              {words.give}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

const to = ({ id: memberId }: Member, roleId: string, from: string) => ({ memberId, roleId, from })

interface Props {
  members: readonly Member[]
  roles: readonly RoleChoice[]
  onDone: (done: boolean) => void
}
