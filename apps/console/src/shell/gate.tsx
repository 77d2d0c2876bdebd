import type { Permission } from '@rolecall/permissions'
import { mayCall, type Procedure } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { Denied } from './denied.tsx'

/** The page, while the server would answer its call; otherwise which permission is missing and who can grant it. */
export function Gate({
  call,
  permission,
  children,
}: {
  call: Procedure
  permission: Permission
  children: ComponentChildren
}) {
  return <>{mayCall(call) ? children : <Denied permission={permission} />}</>
}
