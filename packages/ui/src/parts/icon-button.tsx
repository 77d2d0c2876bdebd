import type { CallName } from '@rolecall/client'
import type { Ref } from 'preact'
import { mayCall } from '../session/session.ts'
import { Icon, type IconName } from './icon.tsx'

/** A button that is only an icon; `label` is its name and its tip. */
export function IconButton(props: IconButtonProps) {
  if (props.call && !mayCall(props.call)) return null
  return (
    <button
      ref={props.buttonRef}
      type="button"
      class={`icon-button${props.danger ? ' is-danger' : ''}`}
      aria-label={props.label}
      aria-haspopup={props.hasPopup}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-keyshortcuts={props.keys}
      data-tip={props.label}
      data-keys={props.keys}
      data-call={props.call}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}

export interface IconButtonProps {
  icon: IconName
  label: string
  /** Shown in the tip, such as `r`. */
  keys?: string
  danger?: boolean
  pressed?: boolean
  expanded?: boolean
  hasPopup?: 'menu' | 'dialog'
  call?: CallName
  buttonRef?: Ref<HTMLButtonElement>
  onClick?: (event: MouseEvent) => void
}
