import type { RoleDetail, RoleSummary } from '@rolecall/protocol'
import { api, Button, Dialog, failureOf, plural, Select, toast } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { dialogWords } from './dialog-words.ts'
import { Lines } from './review-dialog.tsx'
import { listed } from './say.ts'
import { drop } from './store.ts'
import { useBlast } from './use-blast.ts'
import { words } from './words.ts'

/** Deletes a role. Who holds it, or is invited to it, gets the role that is chosen here: never one by itself. */
export function DeleteDialog({ role, roles, gone, onClose }: Props) {
  const { route } = useLocation()
  const [instead, setInstead] = useState('')
  const [busy, setBusy] = useState(false)
  const held = role.members.length + role.invites.length > 0
  const replacement = roles.find(({ id }) => id === instead)
  // As if the role became the other one: what that means for those who hold it.
  const blast = useBlast(role.id, role.version, replacement ? { ...asDraft(replacement), name: role.name } : null)

  const remove = async () => {
    setBusy(true)
    // Before the answer: the news of it may be here first, and take the page away.
    gone.current = true
    try {
      await api.roles.delete.mutate({ roleId: role.id, version: role.version, replacementId: replacement?.id ?? null })
      drop(role.id)
      route(paths.roles)
      toast(
        replacement ? dialogWords.remove.doneFor(role.name, replacement.name) : dialogWords.remove.done(role.name),
        {
          tone: 'good',
        },
      )
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
      gone.current = false
      setBusy(false)
    }
  }

  const lines = replacement && blast.current ? (blast.data?.lines ?? []) : []
  return (
    <Dialog
      open
      title={dialogWords.remove.title(role.name)}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus={!held} onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="danger"
            call="roles.delete"
            busy={busy}
            notNow={held && !replacement ? dialogWords.remove.chooseFirst : undefined}
            onClick={remove}
          >
            {dialogWords.remove.yes}
          </Button>
        </>
      }
    >
      <p class="role-dialog-lead">{held ? dialogWords.remove.held(who(role)) : dialogWords.remove.nobody}</p>
      {held && (
        <Select
          label={dialogWords.remove.instead}
          value={instead}
          options={[
            { value: '', label: dialogWords.remove.choose },
            ...roles.filter(({ locked }) => !locked).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setInstead}
        />
      )}
      <div role="status">
        {lines.length > 0 && (
          <>
            <h3 class="role-h3">{dialogWords.remove.means}</h3>
            <Lines lines={lines} />
          </>
        )}
      </div>
    </Dialog>
  )
}

const who = ({ members, invites }: RoleDetail): string =>
  listed([
    ...(members.length > 0 ? [plural(members.length, words.members)] : []),
    ...(invites.length > 0 ? [plural(invites.length, words.invites)] : []),
  ])

const asDraft = ({ grants, fullSections, chats, unassigned }: RoleSummary) => ({
  permissions: grants,
  fullSections,
  chats,
  unassigned,
})

interface Props {
  role: RoleDetail
  /** The other ones. */
  roles: readonly RoleSummary[]
  /** Set once it is: then nothing of it is kept. */
  gone: { current: boolean }
  onClose: () => void
}
