import type { Invite, InviteLink } from '@rolecall/protocol'
import { api, Button, Confirm } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Link } from './links.tsx'
import { words } from './words.ts'

/** What can be done with an invitation that is not over: to send it again, which shows a new link, and to take it back. */
export function InviteActions({ invite }: { invite: Invite }) {
  const { id, email, status } = invite
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<InviteLink | null>(null)
  if (status !== 'open' && status !== 'expired') return null
  const resend = async () => {
    const again = await attempt(() => api.team.resendInvite.mutate({ inviteId: id }))
    if (again) setMade(again)
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
      {made && <Link made={made} title={words.resent} email={email} onDone={() => setMade(null)} />}
    </span>
  )
}
