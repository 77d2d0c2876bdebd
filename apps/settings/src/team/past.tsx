import { api, useQuery, When } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** What this member did lately, and what was done to them. */
export function Past({ memberId }: { memberId: string }) {
  const query = useQuery(memberId, (signal) => api.audit.list.query({ aboutId: memberId, limit: 8 }, { signal }))
  useNews(['members'], query.reload)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.history}</h2>
        <a href={`${paths.history}?about=${memberId}`}>{words.historyAll}</a>
      </div>
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{words.historyNone}</p>
          ) : (
            <ul class="lines">
              {rows.map((row) => (
                <li key={row.id}>
                  <span>{row.text}</span>
                  <span class="quiet">
                    {row.actor.name} · <When iso={row.at} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
