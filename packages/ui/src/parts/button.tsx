import type { CallName } from '@rolecall/client'
import type { ComponentChildren, Ref } from 'preact'
import { mayCall } from '../session/session.ts'
import { Icon, type IconName } from './icon.tsx'
import { Spinner } from './spinner.tsx'

/** A button. With `call` it is there only while the server would accept that call, and says so in `data-call`. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'm', icon, busy = false, notNow, call, children, type = 'button' } = props
  if (call && !mayCall(call)) return null
  return (
    <button
      ref={props.buttonRef}
      type={type}
      autofocus={props.autoFocus}
      class={`button button-${kind} button-${size}${props.wide ? ' wide' : ''}`}
      data-call={call}
      data-tip={notNow}
      aria-disabled={busy || notNow ? true : undefined}
      aria-busy={busy || undefined}
      aria-haspopup={props.hasPopup}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (busy || notNow) event.preventDefault()
        else props.onClick?.(event)
      }}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} size={size === 's' ? 16 : 18} />}
      <span>{children}</span>
    </button>
  )
}

export interface ButtonProps {
  kind?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 's' | 'm'
  type?: 'button' | 'submit'
  icon?: IconName
  /** Full width of its container. */
  wide?: boolean
  /** Takes the focus when its dialog opens. */
  autoFocus?: boolean
  /** Working: stays focusable, takes no second click. */
  busy?: boolean
  /** Permitted but not now: the reason, shown as a tip; the button stays focusable. */
  notNow?: string | undefined
  call?: CallName
  hasPopup?: 'menu' | 'dialog'
  expanded?: boolean
  buttonRef?: Ref<HTMLButtonElement>
  onClick?: (event: MouseEvent) => void
  children: ComponentChildren
}
