import type { ComponentChildren } from 'preact'
import type { Procedure } from './procedure.ts'
import { mayCall } from './session.ts'

/** Shows its children while the server would accept `call`. What a role may not do is not there. */
export function Allowed({ call, children, otherwise = null }: AllowedProps) {
  return <>{mayCall(call) ? children : otherwise}</>
}

export interface AllowedProps {
  call: Procedure
  children: ComponentChildren
  /** In place of the children, such as plain text where others have an input. */
  otherwise?: ComponentChildren
}
