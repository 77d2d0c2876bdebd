import type { RoleDetail } from '@rolecall/protocol'
import { api, Button } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { aboutWords as words } from './about-words.ts'

/** A role that the plan has locked can be chosen to stay open; another one is locked for it. */
export function KeepOpen({ role }: { role: RoleDetail }) {
  const [busy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    await attempt(() => api.roles.keepOpen.mutate({ roleId: role.id }), { text: words.keptOpen(role.name) })
    setBusy(false)
  }
  return (
    <p>
      {words.locked}{' '}
      <Button size="s" call="roles.keepOpen" busy={busy} onClick={keep}>
        {words.keepOpen}
      </Button>
    </p>
  )
}
