import type { RoleList } from '@rolecall/protocol'
import { Button, Dialog, Icon, mayCall, Notice } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { listWords } from './list-words.ts'
import { words } from './words.ts'

/** + Add new role. Where the plan has no room it stays, and says what the limit is and who can raise it. */
export function AddRole({ create }: { create: RoleList['create'] }) {
  const { route } = useLocation()
  const [why, setWhy] = useState(false)
  if (!mayCall('roles.create')) return null
  if (create.may) {
    return (
      <Button kind="primary" icon="plus" call="roles.create" onClick={() => route(paths.newRole)}>
        {words.add}
      </Button>
    )
  }
  return (
    <>
      {/* Not Button's notNow: a click explains, for those who have no pointer to rest on it. */}
      <button
        type="button"
        class="button button-primary button-m"
        data-call="roles.create"
        data-tip={create.why}
        aria-disabled="true"
        aria-haspopup="dialog"
        onClick={() => setWhy(true)}
      >
        <Icon name="plus" size={18} />
        <span>{words.add}</span>
      </button>
      <Dialog
        open={why}
        size="s"
        title={listWords.full}
        closeLabel={words.close}
        onClose={() => setWhy(false)}
        footer={
          <>
            <Button onClick={() => setWhy(false)}>{words.close}</Button>
            <ToPlan kind="primary" />
          </>
        }
      >
        <p>{create.why}</p>
      </Dialog>
    </>
  )
}

/** The limit in words; `locked`: some roles are above it. */
export const NoRoomNotice = ({ create, locked = false }: { create: RoleList['create']; locked?: boolean }) => (
  <Notice tone="warn" title={listWords.full} action={<ToPlan kind="secondary" />}>
    {create.why}
    {locked && <p>{listWords.lockedWhy}</p>}
  </Notice>
)

/** Only for those who find something there. */
const ToPlan = ({ kind }: { kind: 'primary' | 'secondary' }) =>
  mayCall('billing.plan') ? (
    <a class={`button button-${kind} button-m`} href={paths.plan}>
      {listWords.seePlan}
    </a>
  ) : null
