import './requests.css'
import type { AccessRequest } from '@rolecall/protocol'
import { Avatar, api, Badge, Button, EmptyState, RiskBadge, type Tone, useQuery, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useNews } from '../data/use-news.ts'
import { memberPath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { Beside } from './beside.tsx'
import { Grant } from './grant.tsx'
import { Refuse } from './refuse.tsx'
import { words } from './words.ts'

/** Who asks for what, what runs beside the roles, and what was decided. */
export function Requests() {
  const query = useQuery('requests', (signal) => api.access.requests.query({}, { signal }))
  useNews(['requests', 'members', 'roles'], query.reload)
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer query={query} avatar>
        {(requests) => {
          const open = requests.filter(({ status }) => status === 'open')
          const decided = requests.filter(({ status }) => status !== 'open')
          return (
            <>
              {open.length === 0 ? (
                <EmptyState icon="key" title={words.noneTitle}>
                  {words.noneBody}
                </EmptyState>
              ) : (
                <ul class="requests">
                  {open.map((request) => (
                    <Open key={request.id} request={request} />
                  ))}
                </ul>
              )}
              <Beside />
              {decided.length > 0 && <Decided requests={decided} />}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Open({ request }: { request: AccessRequest }) {
  const { member, permission, reason, at, grant } = request
  const [asking, setAsking] = useState<'grant' | 'refuse' | null>(null)
  const notNow = grant.may ? undefined : (grant.why ?? undefined)
  return (
    <li class="card asking">
      <Avatar id={member.id} name={member.name} size={40} />
      <div class="request-text">
        <h2>
          “{permission.label}” <RiskBadge risk={permission.risk} />
        </h2>
        <p class="quiet">
          <a href={memberPath(member.id)}>{words.asks(member.name, member.role)}</a> · <When iso={at} />
        </p>
        <p class="request-reason">{reason || words.noReason}</p>
      </div>
      <div class="actions">
        <Button kind="ghost" call="access.refuse" hasPopup="dialog" onClick={() => setAsking('refuse')}>
          {words.refuse}
        </Button>
        <Button kind="primary" call="access.grant" hasPopup="dialog" notNow={notNow} onClick={() => setAsking('grant')}>
          {words.grant}
        </Button>
      </div>
      {asking === 'grant' && <Grant request={request} onDone={() => setAsking(null)} />}
      {asking === 'refuse' && <Refuse request={request} onDone={() => setAsking(null)} />}
    </li>
  )
}

const tones: Record<AccessRequest['status'], Tone> = {
  open: 'accent',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'plain',
}

const Decided = ({ requests }: { requests: readonly AccessRequest[] }) => (
  <section class="card">
    <h2>{words.decided}</h2>
    <ul class="lines">
      {requests.map(({ id, member, permission, status, decided }) => (
        <li key={id}>
          <span>
            {member.name}: “{permission.label}”{decided?.answer && <span class="quiet"> — {decided.answer}</span>}
          </span>
          <span class="quiet">
            {decided && (
              <>
                {decided.by} · <When iso={decided.at} />{' '}
              </>
            )}
            <Badge tone={tones[status]}>{words.state[status]}</Badge>
          </span>
        </li>
      ))}
    </ul>
  </section>
)
