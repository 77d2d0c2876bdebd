import type { RoleDetail } from '@rolecall/protocol'
import { mayCall, Notice, number, part, plural, type Query } from '@rolecall/ui'
import { useRef, useState } from 'preact/hooks'
import { paths, rolePath } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { About } from './about.tsx'
import { draftOf } from './draft.ts'
import { useEditor } from './editor.ts'
import { Holders } from './holders.tsx'
import { RoleBar } from './role-bar.tsx'
import { RoleBody } from './role-body.tsx'
import { type RoleDialog, RoleMenu } from './role-menu.tsx'
import type { Rules } from './rules.ts'
import { useRoles } from './use-roles.ts'
import { words } from './words.ts'

const AssignDialog = part(() => import('./assign-dialog.tsx').then((file) => file.AssignDialog), null)
const DeleteDialog = part(() => import('./delete-dialog.tsx').then((file) => file.DeleteDialog), null)
const LookDialog = part(() => import('./look-dialog.tsx').then((file) => file.LookDialog), null)
const Outdated = part(() => import('./outdated.tsx').then((file) => file.Outdated), null)
const RoleView = part(() => import('./role-view.tsx').then((file) => file.RoleView))
const VersionsDialog = part(() => import('./versions-dialog.tsx').then((file) => file.VersionsDialog), null)

/** A role that is there: to change for those who may, and to read for everybody else. */
export function RolePage({ role, query, rules, section }: Props) {
  const editable = role.edit.may && mayCall('roles.edit')
  const editor = useEditor(role.id, { version: role.version, draft: draftOf(role) }, rules, editable)
  const roles = useRoles()
  const others = (roles.data?.roles ?? []).filter(({ id }) => id !== role.id)
  const [open, setOpen] = useState<RoleDialog | null>(null)
  const gone = useRef(false)
  const shut = () => setOpen(null)
  const unsaved = editable && editor.changes > 0 ? editor.draft : null
  const onAssign = role.locked ? undefined : () => setOpen('assign')
  const path = (key?: string) => rolePath(role.id, key)
  const outdated = role.version > editor.base.version && editor.changes > 0
  return (
    <Page
      title={role.name}
      lead={kindOf(role)}
      back={{ path: paths.roles, label: words.title }}
      actions={<RoleMenu role={role} draft={unsaved} onOpen={setOpen} />}
    >
      <About role={role} />
      {outdated && editable && <Outdated role={role} query={query} editor={editor} />}
      {editable ? (
        <RoleBody editor={editor} roles={others} beyond={role.beyond} section={section} path={path}>
          <Holders role={role} onAssign={onAssign} />
        </RoleBody>
      ) : (
        <RoleView role={role} rules={rules} roles={others} section={section} path={path} onAssign={onAssign}>
          {editor.changes > 0 && <Notice tone="warn">{words.view.draftKept}</Notice>}
        </RoleView>
      )}
      {open === 'assign' && <AssignDialog role={role} onDone={shut} />}
      {open === 'look' && <LookDialog name={role.name} look={{ roleId: role.id, draft: unsaved }} onDone={shut} />}
      {open === 'versions' && <VersionsDialog role={role} query={query} rules={rules} onClose={shut} />}
      {open === 'remove' && <DeleteDialog role={role} roles={others} gone={gone} onClose={shut} />}
      {editable && <RoleBar role={role} query={query} editor={editor} outdated={outdated} gone={gone} />}
    </Page>
  )
}

const kindOf = ({ custom, version, holderCount }: RoleDetail): string =>
  [
    custom ? words.head.custom : words.head.default,
    ...(custom ? [words.head.version(number(version))] : []),
    plural(holderCount, words.members),
  ].join(' · ')

interface Props {
  role: RoleDetail
  query: Query<RoleDetail>
  rules: Rules
  section: string | undefined
}
