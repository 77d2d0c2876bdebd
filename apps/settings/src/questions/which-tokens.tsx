import { Avatar, api, EmptyState, Icon, mayCall, useQuery, When } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { memberPath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** Which API tokens act for whom, with what rights? A right that the owner has lost works no more. */
export function WhichTokens() {
  const query = useQuery('tokens', (signal) => api.questions.whichTokens.query(undefined, { signal }))
  useNews(['members', 'roles'], query.reload)
  return (
    <Answer query={query} avatar>
      {(tokens) =>
        tokens.length === 0 ? (
          <EmptyState icon="key" title={words.noTokens}>
            {words.noTokensBody}
          </EmptyState>
        ) : (
          <ul class="tokens-of">
            {tokens.map(({ id, name, owner, rights, lastUsedAt }) => (
              <li key={id} class="card">
                <div class="card-head">
                  <h2>{name}</h2>
                  <span class="person">
                    <Avatar id={owner.id} name={owner.name} size={24} />
                    {mayCall('team.member') ? <a href={memberPath(owner.id)}>{owner.name}</a> : owner.name}
                  </span>
                </div>
                <p class="quiet">
                  {words.lastUsed} {lastUsedAt ? <When iso={lastUsedAt} /> : words.never}
                </p>
                <ul class="lines">
                  {rights.map((one) => (
                    <li key={one.name} class={`permission${one.works ? '' : ' is-not'}`}>
                      <Icon name={one.works ? 'check' : 'minus'} size={18} />
                      <span class="person-text">
                        <span>{one.label}</span>
                        {!one.works && <span class="quiet">{words.worksNot(owner.name)}</span>}
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
