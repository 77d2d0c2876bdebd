import type { RoleDetail } from '@rolecall/protocol'
import { Button, IconButton, Menu } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import type { Editor } from './editor.ts'
import { lookThrough } from './look.ts'
import { words } from './words.ts'

/** What can be done with a role beside changing it. */
export function RoleMenu({ role, editor, onOpen }: Props) {
  const { route } = useLocation()
  const draft = editor && editor.changes > 0 ? editor.draft : null
  const { head } = words
  const look = () => void lookThrough(role.id, draft)
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
  /** null where it is not edited. */
  editor: Editor | null
  onOpen: (dialog: 'versions' | 'remove') => void
}
