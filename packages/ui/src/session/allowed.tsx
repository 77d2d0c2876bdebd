import type { CallName } from '@rolecall/client'
import type { ComponentChildren } from 'preact'
import { mayCall } from './session.ts'

/** Shows its children while the server would accept `call`. What a role may not do is not there. */
export function Allowed({ call, children, otherwise = null }: AllowedProps) {
  return <>{mayCall(call) ? children : otherwise}</>
}

export interface AllowedProps {
  call: CallName
  children: ComponentChildren
  /** In place of the children, such as plain text where others have an input. */
  otherwise?: ComponentChildren
}
