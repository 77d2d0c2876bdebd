import { api, Button, mayCall } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { untilOf } from '../data/lengths.ts'
import { memberPath } from '../paths.ts'
import { isMe } from '../team/me.ts'
import { words } from './words.ts'

/** Gives what somebody lacks until tomorrow, where one is among those who could; for longer there is their page. */
export function GiveNow({ memberId, name, permission, givers, onGiven }: Props) {
  const [busy, setBusy] = useState(false)
  if (!givers.some(({ id }) => isMe(id))) return null
  const give = async () => {
    setBusy(true)
    const input = { memberId, permission, roleId: null, until: untilOf('day'), reason: '' }
    const done = await attempt(() => api.access.give.mutate(input), { text: words.givenTo(name) })
    setBusy(false)
    if (done) onGiven()
  }
  return (
    <div class="actions">
      {mayCall('team.member') && (
        <a class="button button-secondary button-s" href={memberPath(memberId)} data-call="access.give">
          {words.give}
        </a>
      )}
      <Button kind="primary" size="s" call="access.give" busy={busy} onClick={() => void give()}>
        {words.giveNow}
      </Button>
    </div>
  )
}

interface Props {
  memberId: string
  name: string
  permission: string
  /** Who could. */
  givers: readonly { id: string }[]
  onGiven: () => void
}
