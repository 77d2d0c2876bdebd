import { api, Segmented, useQuery, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { historyFilters } from '../audit/history-filters.ts'
import { useNews } from '../data/use-news.ts'
import { paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** What a member did lately, and what was done to them. */
export function Past({ memberId }: { memberId: string }) {
  const [whose, setWhose] = useState<'did' | 'got'>('did')
  const query = useQuery(`${whose} ${memberId}`, (signal) =>
    api.audit.list.query(
      { ...(whose === 'did' ? { actorId: memberId } : { subjectId: memberId }), limit: 8 },
      { signal },
    ),
  )
  useNews(['members'], query.reload)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.history}</h2>
        <a
          class="button button-ghost button-s"
          href={historyFilters.address(
            paths.history,
            historyFilters.read({ [whose === 'did' ? 'who' : 'whom']: memberId }),
          )}
        >
          {words.historyAll}
        </a>
      </div>
      <Segmented
        label={words.history}
        hideLabel
        value={whose}
        options={[
          { value: 'did', label: words.didThey },
          { value: 'got', label: words.gotThey },
        ]}
        onChange={setWhose}
      />
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{words.historyNone}</p>
          ) : (
            <ul class="lines">
              {rows.map((row) => (
                <li key={row.id}>
                  <span class="breaks">{row.text}</span>
                  <span class="quiet">
                    {whose === 'got' && `${row.actor.name} · `}
                    <When iso={row.at} />
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
