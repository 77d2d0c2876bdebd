import './team.css'
import type { MemberDetail } from '@rolecall/protocol'
import { Avatar, api, Badge, Button, mayCall, NoResults, useQuery, When } from '@rolecall/ui'
import { useLocation, useRoute } from 'preact-iso'
import { useNews } from '../data/use-news.ts'
import { paths, rolePath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { Beside } from './beside.tsx'
import { Can } from './can.tsx'
import { MemberActions } from './member-actions.tsx'
import { Past } from './past.tsx'
import { RoleButton } from './role-button.tsx'
import { Tokens } from './tokens.tsx'
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
        {member.hidden && <Badge>{words.hidden}</Badge>}
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
        <div class="profile-main">{mayCall('roles.whatCan') && <Can member={member} />}</div>
        <div class="profile-side">
          <Beside member={member} />
          <Tokens member={member} />
          {mayCall('audit.list') && <Past memberId={member.id} />}
        </div>
      </div>
    </>
  )
}
