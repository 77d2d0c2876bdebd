import type { AnyPermission, CallName } from '@rolecall/client'
import type { ComponentChildren } from 'preact'
import { part } from '../data/part.tsx'
import { mayCall } from '../session/session.ts'
import type { DeniedProps, Home } from './denied.tsx'

const Denied = part<DeniedProps>(() => import('./denied.tsx').then((file) => file.Denied))

/** The page, while the server would answer its call; otherwise which permission is missing and who can grant it. */
export function Gate({
  call,
  permission,
  home,
  children,
}: {
  call: CallName
  permission: AnyPermission
  /** Where they may go instead. */
  home?: Home | undefined
  children: ComponentChildren
}) {
  return <>{mayCall(call) ? children : <Denied permission={permission} home={home} />}</>
}
