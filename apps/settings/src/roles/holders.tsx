import type { RoleDetail } from '@rolecall/protocol'
import { Avatar, Badge, mayCall, plural } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { memberPath, paths } from '../paths.ts'
import { words } from './words.ts'

const most = 12

/** Everybody who holds a role, and how many are invited to it. */
export function Holders({ role: { members, invites } }: { role: RoleDetail }) {
  const [all, setAll] = useState(false)
  const shown = all ? members : members.slice(0, most)
  const rest = members.length - shown.length
  return (
    <div class="role-holders">
      <h2>{members.length > 0 ? plural(members.length, words.head.heldBy) : words.head.held}</h2>
      {members.length === 0 && (
        <p class="role-soft">
          {words.head.nobody}{' '}
          {mayCall('team.setRole') && mayCall('team.members') && <a href={paths.team}>{words.head.assign}</a>}
        </p>
      )}
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
