import './team.css'
import type { Invite, InviteLink } from '@rolecall/protocol'
import {
  api,
  Badge,
  Button,
  Confirm,
  EmptyState,
  Table,
  type TableColumn,
  type Tone,
  useQuery,
  When,
} from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { useNews } from '../data/use-news.ts'
import { Answer } from '../shell/answer.tsx'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { InviteButton, Link } from './invite.tsx'
import { words } from './words.ts'

const tones: Record<Invite['status'], Tone> = { open: 'accent', expired: 'warn', accepted: 'good', revoked: 'plain' }

/** Who has been asked to join. */
export function Invites() {
  const query = useQuery('invites', (signal) => api.team.invites.query({}, { signal }))
  const choices = useQuery('roles', (signal) => api.team.roles.query(undefined, { signal }))
  useNews(['invites', 'roles'], query.reload)
  const [again, setAgain] = useState<{ made: InviteLink; email: string } | null>(null)
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
      cell: (one) => <InviteActions invite={one} onAgain={(made) => setAgain({ made, email: one.email })} />,
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
      {again && <Link {...again} title={words.resent} onDone={() => setAgain(null)} />}
    </Page>
  )
}

function InviteActions({ invite, onAgain }: { invite: Invite; onAgain: (made: InviteLink) => void }) {
  const { id, email, status } = invite
  const [asking, setAsking] = useState(false)
  if (status !== 'open' && status !== 'expired') return null
  const resend = async () => {
    const made = await attempt(() => api.team.resendInvite.mutate({ inviteId: id }))
    if (made) onAgain(made)
  }
  const revoke = () => {
    setAsking(false)
    return attempt(() => api.team.revokeInvite.mutate({ inviteId: id }), { text: words.revoked(email) })
  }
  return (
    <span class="actions">
      <Button size="s" call="team.resendInvite" notNow={invite.resend.why ?? undefined} onClick={() => void resend()}>
        {words.resend}
      </Button>
      <Button
        size="s"
        kind="ghost"
        call="team.revokeInvite"
        notNow={invite.revoke.why ?? undefined}
        onClick={() => setAsking(true)}
      >
        {words.revoke}
      </Button>
      <Confirm
        open={asking}
        title={words.revokeTitle(email)}
        body={words.revokeBody}
        yes={words.revokeYes}
        no={words.cancel}
        call="team.revokeInvite"
        onYes={() => void revoke()}
        onNo={() => setAsking(false)}
      />
    </span>
  )
}
