import type { WhatCan } from '@rolecall/protocol'
import { api, Button, useQuery, When } from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useNews } from '../data/use-news.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** What a member can do, section by section, and why. */
export function Can({ memberId }: { memberId: string }) {
  const query = useQuery(memberId, (signal) => api.roles.whatCan.query({ memberId }, { signal }))
  useNews(['members', 'roles'], query.reload)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.can}</h2>
        <Button
          size="s"
          kind="ghost"
          icon="download"
          call="roles.accessCsv"
          onClick={() => void download(`/access.csv?member=${memberId}`)}
        >
          {words.csv}
        </Button>
      </div>
      {query.data && (
        <p class="quiet">
          {words.canLead(query.data.permissions.filter(({ allowed }) => allowed).length, query.data.permissions.length)}
        </p>
      )}
      <Answer query={query}>
        {({ permissions }) => sections(permissions).map(([name, some]) => <Some key={name} name={name} some={some} />)}
      </Answer>
    </section>
  )
}

type Line = WhatCan['permissions'][number]

const sections = (permissions: readonly Line[]): [string, Line[]][] => [
  ...Map.groupBy(
    permissions.filter(({ allowed }) => allowed),
    ({ section }) => section,
  ),
]

const Some = ({ name, some }: { name: string; some: readonly Line[] }) => (
  <div class="can">
    <h3>{name}</h3>
    <ul>
      {some.map((line) => (
        <li key={line.name}>
          {line.label}
          <span class="quiet">
            {line.because.map(({ text, until }, n) => (
              <span key={text}>
                {n > 0 && '; '}
                {text}
                {until && (
                  <>
                    {' '}
                    ({words.untilWhen} <When iso={until} />)
                  </>
                )}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  </div>
)
