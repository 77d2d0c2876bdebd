import type { Member, RoleChoice } from '@rolecall/protocol'
import { api, mayCall } from '@rolecall/ui'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

/** A member's role, to be changed in place; plain text where one may not, with the reason. */
export function RoleSelect({ member, roles }: { member: Member; roles: readonly RoleChoice[] }) {
  const { role, manage, name, id } = member
  if (!mayCall('team.setRole') || !manage.may || roles.length === 0) {
    return <span data-tip={mayCall('team.setRole') ? (manage.why ?? undefined) : undefined}>{role.name}</span>
  }
  const give = (roleId: string) => {
    const to = roles.find((one) => one.id === roleId)?.name ?? ''
    return attempt(() => api.team.setRole.mutate({ memberId: id, roleId }), {
      text: words.roleChanged(name, to),
      undo: () => api.team.setRole.mutate({ memberId: id, roleId: role.id }),
    })
  }
  return (
    <select
      class="input select role-select"
      aria-label={words.roleOf(name)}
      data-call="team.setRole"
      value={role.id}
      onChange={(event) => {
        const select = event.currentTarget
        // Refused, it says what is true again.
        void give(select.value).then((done) => done === null && (select.value = role.id))
      }}
    >
      {roles.map((one) => (
        <option key={one.id} value={one.id} disabled={!one.give.may && one.id !== role.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}
