import { Avatar, api, Button, useQuery, When } from '@rolecall/ui'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { memberPath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** What members hold beside their roles at this moment. */
export function Beside() {
  const query = useQuery('beside', (signal) => api.access.list.query({}, { signal }))
  useNews(['members', 'requests', 'roles'], query.reload)
  return (
    <section class="card">
      <div>
        <h2>{words.beside}</h2>
        <p class="quiet">{words.besideLead}</p>
      </div>
      <Answer query={query}>
        {(grants) =>
          grants.length === 0 ? (
            <p>{words.besideNone}</p>
          ) : (
            <ul class="lines">
              {grants.map((one) => (
                <li key={one.id} class="held">
                  <Avatar id={one.member.id} name={one.member.name} size={32} />
                  <span class="request-text">
                    <span>
                      <a href={memberPath(one.member.id)}>{one.member.name}</a>:{' '}
                      {one.permission?.label ?? one.role?.name}
                    </span>
                    <span class="quiet">
                      {words.by(one.by)} ·{' '}
                      {one.until ? (
                        <>
                          {words.ends} <When iso={one.until} />
                        </>
                      ) : (
                        words.lengths.ever
                      )}
                      {one.reason && ` · ${one.reason}`}
                    </span>
                  </span>
                  <Button
                    size="s"
                    call="access.end"
                    onClick={() =>
                      void attempt(() => api.access.end.mutate({ grantId: one.id }), { text: words.ended })
                    }
                  >
                    {words.end}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
