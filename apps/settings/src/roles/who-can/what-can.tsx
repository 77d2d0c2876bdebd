import type { WhatCan as Found } from '@rolecall/protocol'
import { api, Icon, sayReach, useQuery } from '@rolecall/ui'
import { useNews } from '../../data/use-news.ts'
import { Answer } from '../../shell/answer.tsx'
import { Reasons } from './reasons.tsx'
import { words } from './words.ts'

type Line = Found['permissions'][number]

/** All that one member can and cannot do, section by section. */
export function WhatCan({ memberId }: { memberId: string }) {
  const query = useQuery(memberId, (signal) => api.roles.whatCan.query({ memberId }, { signal }))
  useNews(['members', 'roles'], query.reload)
  return (
    <Answer query={query}>
      {({ member, reach, permissions }) => (
        <>
          <p class="answer">
            <strong>{member.name}</strong> · {member.role.name}. {words.sees(sayReach(reach))}
          </p>
          <div class="sections">
            {[...Map.groupBy(permissions, ({ section }) => section)].map(([name, lines]) => (
              <section class="card" key={name}>
                <h2>{name}</h2>
                <ul class="lines">
                  {lines.map((line) => (
                    <Permission key={line.name} line={line} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </Answer>
  )
}

const Permission = ({ line: { allowed, label, because } }: { line: Line }) => (
  <li class={`permission${allowed ? '' : ' is-not'}`}>
    <Icon name={allowed ? 'check' : 'minus'} size={18} />
    <span class="person-text">
      <span>
        <span class="visually-hidden">{allowed ? words.can : words.cannot} </span>
        {label}
      </span>
      <Reasons because={because} />
    </span>
  </li>
)
