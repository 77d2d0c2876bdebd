import './team.css'
import type { Invite } from '@rolecall/protocol'
import { api, Badge, EmptyState, Table, type TableColumn, type Tone, useQuery, When } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { InviteButton } from './invite.tsx'
import { InviteActions } from './invite-actions.tsx'
import { words } from './words.ts'

const tones: Record<Invite['status'], Tone> = { open: 'accent', expired: 'warn', accepted: 'good', revoked: 'plain' }

/** Who has been asked to join. */
export function Invites() {
  const query = useQuery('invites', (signal) => api.team.invites.query({}, { signal }))
  const choices = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  useNews(['invites', 'roles'], query.reload)
  const invite = <InviteButton roles={choices.data ?? []} />
  const columns: TableColumn<Invite>[] = [
    {
      id: 'email',
      label: words.email,
      cell: ({ email, status }) => (
        <span class="who">
          <span class="who-name truncate">{email}</span>
          <Badge tone={tones[status]}>{words.state[status]}</Badge>
        </span>
      ),
    },
    { id: 'role', label: words.role, cell: ({ role }) => role.name },
    { id: 'by', label: words.invitedBy, cell: ({ by }) => <span class="quiet">{by ?? words.left}</span> },
    {
      id: 'until',
      label: words.until,
      cell: ({ status, until }) => (status === 'open' || status === 'expired' ? <When iso={until} /> : null),
    },
    {
      id: 'actions',
      label: words.actions,
      hideLabel: true,
      end: true,
      cell: (one) => <InviteActions invite={one} />,
    },
  ]
  return (
    <Page title={words.invites} lead={words.invitesLead} tabs={<TeamTabs />} actions={invite}>
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="mail" title={words.invitesNone} action={invite}>
              {words.invitesNoneBody}
            </EmptyState>
          ) : (
            <Table label={words.invites} columns={columns} rows={rows} keyOf={({ id }) => id} busy={query.busy} />
          )
        }
      </Answer>
    </Page>
  )
}
