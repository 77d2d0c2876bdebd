import './team.css'
import type { Member } from '@rolecall/protocol'
import {
  Avatar,
  api,
  Badge,
  Button,
  Further,
  mayCall,
  NoResults,
  part,
  Table,
  type TableColumn,
  Tick,
  usePaging,
  useQuery,
  useSettled,
} from '@rolecall/ui'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useNews } from '../data/use-news.ts'
import { memberPath, paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { Bulk } from './bulk.tsx'
import { FilterBar } from './filter-bar.tsx'
import { InviteButton } from './invite.tsx'
import { isMe } from './me.ts'
import { MemberActions } from './member-actions.tsx'
import { inputOf, memberFilters } from './member-filters.ts'
import { OpenInvites } from './open-invites.tsx'
import { RoleButton } from './role-button.tsx'
import { words } from './words.ts'

/** Of an account that is new; below, so that nothing moves when it comes. */
const FirstSteps = part(() => import('@rolecall/ui/first-steps').then((file) => file.FirstSteps), null)

/** Who is on the team: search, roles one by one or for several at once, in and out. */
export function Members() {
  const { query: asked, route } = useLocation()
  const filters = memberFilters.read(asked)
  const search = useSettled(filters.search, 200)
  const input = inputOf({ ...filters, search })
  const query = usePaging(JSON.stringify(input), (after, signal) =>
    api.team.members.query({ ...input, limit: 50, ...(after && { after }) }, { signal }),
  )
  useNews(['members', 'departments', 'roles'], query.reload)
  const rows = query.data?.rows ?? []
  const choices = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  useNews(['roles', 'plan'], choices.reload)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const shown = rows.filter(({ id }) => picked.has(id))
  const set = (change: Partial<typeof filters>) =>
    route(memberFilters.address(paths.team, { ...filters, ...change }), true)
  useEffect(() => setPicked(new Set()), [JSON.stringify(filters)])
  const roles = choices.data ?? []
  // A role that becomes a button would move its column, and the table whatever stands under it: all of it comes at once.
  const known = choices.data || choices.failure ? query : { ...query, data: undefined }
  const changes = mayCall('team.setRole')
  const pickable = changes && rows.some(({ id, manage }) => manage.may && !isMe(id))
  const pick = (id: string, on: boolean) =>
    setPicked((old) => new Set(on ? [...old, id] : [...old].filter((one) => one !== id)))

  const columns: TableColumn<Member>[] = [
    {
      id: 'name',
      label: words.name,
      cell: (member) => (
        <Who
          member={member}
          picked={picked.has(member.id)}
          pick={changes && member.manage.may && !isMe(member.id) ? (on) => pick(member.id, on) : undefined}
          room={pickable}
        />
      ),
    },
    { id: 'role', label: words.role, cell: (member) => <RoleButton member={member} roles={roles} /> },
    {
      id: 'departments',
      label: words.departments,
      cell: ({ departments }) =>
        departments.length > 0 ? <span class="quiet">{departments.map(({ name }) => name).join(', ')}</span> : null,
    },
    {
      id: 'actions',
      label: words.actions,
      end: true,
      fit: true,
      hideLabel: true,
      cell: (member) => <MemberActions member={member} />,
    },
  ]
  return (
    <Page title={words.title} lead={words.lead} tabs={<TeamTabs />} actions={<InviteButton roles={roles} />}>
      <FilterBar filters={filters} roles={roles} set={set} />
      <Answer query={known} avatar>
        {({ total }) =>
          rows.length === 0 ? (
            <NoResults
              title={words.noneTitle}
              action={
                memberFilters.narrows({ ...filters, sort: '' }) && (
                  <Button onClick={() => route(paths.team, true)}>{words.clearFilters}</Button>
                )
              }
            >
              {words.noneBody}
            </NoResults>
          ) : (
            <>
              <Table label={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} busy={query.busy} />
              <div class="table-foot">
                {words.total(total)}
                <Further list={query} label={words.further} />
              </div>
            </>
          )
        }
      </Answer>
      {known.data && (
        <>
          <OpenInvites />
          <FirstSteps />
        </>
      )}
      {shown.length > 0 && <Bulk members={shown} roles={roles} onDone={() => setPicked(new Set())} />}
    </Page>
  )
}

/** `room`: some row has a box to tick, so that this one leaves the room of one and the names stand in one line. */
function Who({ member, picked, pick, room }: WhoProps) {
  return (
    <span class="who">
      {room && (
        <span class="who-pick">
          {pick && (
            <Tick
              label={<span class="visually-hidden">{words.choose(member.name)}</span>}
              checked={picked}
              onChange={pick}
            />
          )}
        </span>
      )}
      <Avatar id={member.id} name={member.name} size={32} />
      <span class="who-text">
        <a class="who-name" href={memberPath(member.id)}>
          {member.name}
        </a>
        <span class="quiet truncate">{member.email}</span>
      </span>
      {member.status === 'deactivated' && <Badge>{words.statuses.deactivated}</Badge>}
      {member.hidden && <Badge>{words.hidden}</Badge>}
      {member.extraCount > 0 && <Badge tone="accent">{words.beside(member.extraCount)}</Badge>}
    </span>
  )
}

interface WhoProps {
  member: Member
  picked: boolean
  pick: ((on: boolean) => void) | undefined
  room: boolean
}
