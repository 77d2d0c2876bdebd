import type { RoleDetail } from '@rolecall/protocol'
import { Button, part } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { describes } from './describes.ts'
import { words } from './words.ts'

const DescribeDialog = part(() => import('./describe-dialog.tsx').then((file) => file.DescribeDialog), null)
const KeepOpen = part(() => import('./keep-open.tsx').then((file) => file.KeepOpen), null)

/** What a role is for, in words; and for one that the plan has locked, the way to have it stay open. */
export function About({ role }: { role: RoleDetail }) {
  const [writing, setWriting] = useState(false)
  const text = describes(role)
  return (
    <div class="role-for">
      {text !== '' && <p>{text}</p>}
      <Button
        size="s"
        kind="ghost"
        icon="edit"
        call="roles.describe"
        hasPopup="dialog"
        onClick={() => setWriting(true)}
      >
        {text === '' ? words.head.describe : words.head.describeAgain}
      </Button>
      {role.locked && <KeepOpen role={role} />}
      {writing && <DescribeDialog role={role} onDone={() => setWriting(false)} />}
    </div>
  )
}
