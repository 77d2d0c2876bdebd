import type { RoleDetail } from '@rolecall/protocol'
import { Avatar, Badge, Button, mayCall, plural } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { memberPath, paths } from '../paths.ts'
import { words } from './words.ts'

const most = 12

/** Everybody who holds a role, and how many are invited to it. */
export function Holders({ role: { members, invites }, onAssign }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? members : members.slice(0, most)
  const rest = members.length - shown.length
  return (
    <div class="role-holders">
      <h2>{members.length > 0 ? plural(members.length, words.head.heldBy) : words.head.held}</h2>
      {members.length === 0 && <p class="role-soft">{words.head.nobody}</p>}
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <Person person={one} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" class="role-person" onClick={() => setAll(true)}>
              {plural(rest, words.head.more)}
            </button>
          </li>
        )}
      </ul>
      {onAssign && mayCall('team.members') && (
        <Button size="s" icon="plus" call="team.setRoles" hasPopup="dialog" onClick={onAssign}>
          {words.head.assign}
        </Button>
      )}
      {invites.length > 0 && (
        <p class="role-soft" title={invites.flatMap(({ email }) => email ?? []).join(', ')}>
          {mayCall('team.invites') ? (
            <a href={paths.invites}>{plural(invites.length, words.invites)}</a>
          ) : (
            plural(invites.length, words.invites)
          )}
        </p>
      )}
    </div>
  )
}

interface Props {
  role: RoleDetail
  /** Left out where the role is not given from here. */
  onAssign?: (() => void) | undefined
}

/** Leads to the member's page, for those who may see it. */
function Person({ person: { id, name, status } }: { person: RoleDetail['members'][number] }) {
  const face = (
    <>
      <Avatar id={id} name={name} size={24} />
      <span class="truncate">{name}</span>
      {status === 'deactivated' && <Badge>{words.head.deactivated}</Badge>}
    </>
  )
  return mayCall('team.member') ? (
    <a class="role-person" href={memberPath(id)}>
      {face}
    </a>
  ) : (
    <span class="role-person">{face}</span>
  )
}
