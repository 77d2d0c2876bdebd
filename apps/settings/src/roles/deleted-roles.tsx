import { api, mayCall, useQuery, When } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { rolePath } from '../paths.ts'
import { listWords } from './list-words.ts'

/** Roles that were deleted: nothing is there where none was. */
export function DeletedRoles() {
  const deleted = useQuery('deleted', (signal) => api.roles.deleted.query(undefined, { signal }))
  useNews(['roles'], deleted.reload)
  const { data } = deleted
  if (!data || data.length === 0 || !mayCall('roles.versions')) return null
  return (
    <details class="roles-deleted">
      <summary>{listWords.deleted(data.length)}</summary>
      <ul class="lines">
        {data.map(({ id, name, at, by }) => (
          <li key={id}>
            <a href={rolePath(id)}>{name}</a>
            {at !== null && by !== null && (
              <span class="quiet">
                {by} · <When iso={at} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
