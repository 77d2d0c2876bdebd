import type { Member, RoleChoice } from '@rolecall/protocol'
import { api, Notice, useQuery } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { Effects } from './effects.tsx'
import { roleWords as words } from './role-words.ts'

/** What somebody gains by a role beside their own, before it is given. */
export function RoleAsWell({ member, role }: { member: Member; role: RoleChoice }) {
  const { id } = member
  const query = useQuery(`${id} ${role.id}`, (signal) =>
    api.team.roleEffect.query({ memberIds: [id], roleId: role.id, beside: true }, { signal }),
  )
  useNews(['members', 'roles', 'departments', 'plan'], query.reload)
  const why = query.data?.members[0]?.why ?? query.failure?.text
  return (
    <div class="stack" role="status">
      {query.busy && !query.data && <p>{words.asking}</p>}
      {why && <Notice tone="bad">{why}</Notice>}
      {query.data && !why && <Effects effect={query.data} to={words.both(member.role.name, role.name)} />}
    </div>
  )
}
