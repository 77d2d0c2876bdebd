import { api, Badge, mayCall, useQuery, When } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { InviteActions } from './invite-actions.tsx'
import { words } from './words.ts'

/** Who is asked to join and has not answered, under those who are here. */
export function OpenInvites() {
  const query = useQuery('open invites', async (signal) =>
    mayCall('team.invites') ? api.team.invites.query({ status: 'open' }, { signal }) : [],
  )
  useNews(['invites', 'roles'], query.reload)
  const rows = query.data ?? []
  if (rows.length === 0) return null
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.openInvites(rows.length)}</h2>
        <a class="button button-ghost button-s" href={paths.invites}>
          {words.allInvites}
        </a>
      </div>
      <ul class="lines">
        {rows.map((one) => (
          <li key={one.id}>
            <span class="who-text">
              <span class="breaks">{one.email}</span>
              <span class="quiet">
                {one.role.name} · {words.until} <When iso={one.until} />
              </span>
            </span>
            {one.departments.map(({ id, name }) => (
              <Badge key={id}>{name}</Badge>
            ))}
            <InviteActions invite={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
