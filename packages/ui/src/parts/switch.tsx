import type { CallName } from '@rolecall/client'
import { mayCall } from '../session/session.ts'

/** On or off, at once. The label is its name and stays the same in both states. */
export function Switch({ label, on, onChange, call, busy = false, notNow, compact = false }: SwitchProps) {
  if (call && !mayCall(call)) return null
  return (
    <button
      type="button"
      role="switch"
      class={`switch${compact ? ' switch-compact' : ''}`}
      aria-checked={on}
      aria-busy={busy || undefined}
      aria-disabled={notNow ? true : undefined}
      data-tip={notNow}
      data-call={call}
      onClick={() => !busy && !notNow && onChange(!on)}
    >
      <span>{label}</span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-knob" />
      </span>
    </button>
  )
}

export interface SwitchProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  call?: CallName
  busy?: boolean
  notNow?: string
  compact?: boolean
}
