import './team.css'
import type { MemberDetail } from '@rolecall/protocol'
import { Avatar, api, Badge, Button, mayCall, NoResults, useQuery, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { paths, rolePath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { Can } from './can.tsx'
import { GiveAccess } from './give-access.tsx'
import { MemberActions } from './member-actions.tsx'
import { Past } from './past.tsx'
import { RoleButton } from './role-button.tsx'
import { words } from './words.ts'

/** One member: role, what they hold beside it, what they can do and why, tokens, what happened. */
export function Member() {
  const { memberId = '' } = useRoute().params
  const query = useQuery(memberId, (signal) => api.team.member.query({ memberId }, { signal }))
  useNews(['members', 'roles', 'departments'], query.reload)
  const { route } = useLocation()
  const gone = query.failure?.refusal?.code === 'NOT_FOUND' && query.data === undefined
  return (
    <Page title={query.data?.name ?? words.member} back={{ path: paths.team, label: words.title }}>
      {gone ? (
        <NoResults title={words.noneTitle} action={<Button onClick={() => route(paths.team)}>{words.title}</Button>}>
          {query.failure?.text}
        </NoResults>
      ) : (
        <Answer query={query} avatar>
          {(member) => <Profile key={member.id} member={member} />}
        </Answer>
      )}
    </Page>
  )
}

function Profile({ member }: { member: MemberDetail }) {
  const choices = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  return (
    <>
      <div class="profile-head">
        <Avatar id={member.id} name={member.name} size={56} />
        <div class="who-text">
          <span>{member.email}</span>
          <span class="quiet">
            {words.seen}: {member.lastSeenAt ? <When iso={member.lastSeenAt} /> : words.never}
          </span>
        </div>
        {member.status === 'deactivated' && <Badge>{words.statuses.deactivated}</Badge>}
        {member.departments.map(({ id, name }) => (
          <Badge key={id}>{name}</Badge>
        ))}
        <RoleButton member={member} roles={choices.data ?? []} />
        {mayCall('roles.get') && (
          <a class="button button-secondary button-s" href={rolePath(member.role.id)}>
            {words.seeRole}
          </a>
        )}
        <MemberActions member={member} />
      </div>
      <div class="profile">
        <div class="profile-main">{mayCall('roles.whatCan') && <Can memberId={member.id} />}</div>
        <div class="profile-side">
          <Beside member={member} />
          <Tokens tokens={member.tokens} />
          {mayCall('audit.list') && <Past memberId={member.id} />}
        </div>
      </div>
    </>
  )
}

function Beside({ member }: { member: MemberDetail }) {
  const [giving, setGiving] = useState(false)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.extra}</h2>
        {member.manage.may && member.status === 'active' && (
          <Button size="s" call="access.give" hasPopup="dialog" onClick={() => setGiving(true)}>
            {words.give}
          </Button>
        )}
      </div>
      <p class="quiet">{words.extraLead}</p>
      {member.extra.length === 0 ? (
        <p>{words.extraNone}</p>
      ) : (
        <ul class="lines">
          {member.extra.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.permission?.label ?? one.role?.name}</strong>
                <br />
                <span class="quiet">
                  {words.by(one.by)} ·{' '}
                  {one.until ? (
                    <>
                      {words.untilWhen} <When iso={one.until} />
                    </>
                  ) : (
                    words.lengths.ever
                  )}
                </span>
              </span>
              {member.manage.may && (
                <Button
                  size="s"
                  kind="ghost"
                  call="access.end"
                  onClick={() => void attempt(() => api.access.end.mutate({ grantId: one.id }), { text: words.ended })}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {giving && <GiveAccess member={member} onDone={() => setGiving(false)} />}
    </section>
  )
}

function Tokens({ tokens }: Pick<MemberDetail, 'tokens'>) {
  return (
    <section class="card">
      <h2 class="card-head">{words.tokens}</h2>
      {tokens.length === 0 ? (
        <p>{words.tokensNone}</p>
      ) : (
        <ul class="lines">
          {tokens.map((token) => (
            <li key={token.id}>
              <strong>{token.name}</strong>
              <span class="quiet">
                {token.hint} · {words.lastUsed} {token.lastUsedAt ? <When iso={token.lastUsedAt} /> : words.never}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
