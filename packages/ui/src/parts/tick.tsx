import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** A box to tick, with its sentence. `mixed`: some of what it stands for. Not now: it stays in reach and says why. */
export function Tick({ label, checked, onChange, description, aside, notNow, name }: TickProps) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'mixed'
  }, [checked])
  const says = [description && `${id}-more`, notNow && `${id}-why`].filter(Boolean).join(' ')
  return (
    <div class={`tick${notNow ? ' is-off' : ''}`}>
      <input
        ref={box}
        id={id}
        class="tick-box"
        type="checkbox"
        name={name}
        checked={checked === true}
        aria-describedby={says || undefined}
        aria-disabled={notNow ? true : undefined}
        onClick={(event) => {
          if (notNow) event.preventDefault()
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="tick-text" for={id}>
        <span class="tick-label">{label}</span>
        {description && (
          <span class="tick-more" id={`${id}-more`}>
            {description}
          </span>
        )}
        {notNow && (
          <span class="tick-why" id={`${id}-why`}>
            <Icon name="lock" size={16} />
            {notNow}
          </span>
        )}
      </label>
      {aside && <span class="tick-aside">{aside}</span>}
    </div>
  )
}

export interface TickProps {
  label: ComponentChildren
  checked: boolean | 'mixed'
  onChange: (checked: boolean) => void
  description?: ComponentChildren
  /** At the end of the line, such as the risk. */
  aside?: ComponentChildren
  /** Why it cannot be changed now. */
  notNow?: string | undefined
  name?: string
}
