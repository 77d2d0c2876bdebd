import type { RoleDetail, RoleDraft } from '@rolecall/protocol'
import { Button, IconButton, Menu, mayCall } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { lookThrough } from './look.ts'
import { words } from './words.ts'

/** What is asked or told over a role's page. */
export type RoleDialog = 'versions' | 'remove' | 'assign' | 'look'

/** What can be done with a role beside changing it. */
export function RoleMenu({ role, draft, onOpen }: Props) {
  const { route } = useLocation()
  const { head } = words
  const limited = (draft ?? role).chats === 'departments' && mayCall('departments.list')
  const look = () => (limited ? onOpen('look') : void lookThrough({ roleId: role.id, draft }))
  return (
    <>
      <Button icon="panel" call="roles.preview" onClick={look}>
        {head.preview}
      </Button>
      <Menu
        label={head.menu}
        align="end"
        trigger={({ open, toggle }) => (
          <IconButton icon="more" label={head.menu} hasPopup="menu" expanded={open} onClick={toggle} />
        )}
        items={[
          {
            id: 'duplicate',
            label: head.duplicate,
            icon: 'copy',
            call: 'roles.create',
            onSelect: () => route(`${paths.newRole}?from=${role.id}`),
          },
          role.custom
            ? {
                id: 'versions',
                label: head.versions,
                icon: 'clock',
                call: 'roles.versions',
                onSelect: () => onOpen('versions'),
              }
            : null,
          role.remove.may
            ? {
                id: 'remove',
                label: head.remove,
                icon: 'trash',
                danger: true,
                ruled: true,
                call: 'roles.delete',
                onSelect: () => onOpen('remove'),
              }
            : null,
        ]}
      />
    </>
  )
}

interface Props {
  role: RoleDetail
  /** As it would be once it is saved; null: as it is. */
  draft: RoleDraft | null
  onOpen: (dialog: RoleDialog) => void
}
