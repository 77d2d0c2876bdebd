import type { CallName } from '@rolecall/client'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { mayCall } from '../session/session.ts'
import { Icon, type IconName } from './icon.tsx'
import { moveInMenu } from './menu-keys.ts'
import { position } from './position.ts'

/** A button and the native popover under it, with the keys of a menu: arrows, Home, End, first letters, Escape. */
export function Menu({ label, trigger, items, head, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const popover = useRef<HTMLDivElement>(null)
  const shown = items.filter((item) => item !== null && (!item.call || mayCall(item.call))) as MenuItem[]
  const toggle = () => popover.current?.togglePopover()
  const place = () => {
    const [node, at] = [popover.current, anchor.current]
    if (node && at) position(node, at.firstElementChild ?? at, align)
  }
  // What came to be in it meanwhile makes it higher.
  useEffect(() => {
    if (open) place()
  }, [shown.length])
  const onToggle = (event: { newState: string }) => {
    const now = event.newState === 'open'
    setOpen(now)
    const node = popover.current
    if (!now || !node) return
    place()
    node.querySelector<HTMLElement>('[aria-checked="true"], [role^="menuitem"]')?.focus()
  }
  if (shown.length === 0) return null
  return (
    <>
      <span class="menu-anchor" ref={anchor}>
        {trigger({ open, toggle })}
      </span>
      <div
        class="menu"
        popover="auto"
        ref={popover}
        onToggle={onToggle}
        onKeyDown={(event) => moveInMenu(event, popover.current)}
      >
        {head && <div class="menu-head">{head}</div>}
        <div role="menu" aria-label={label}>
          {shown.map((item) => (
            <Fragment key={item.id}>
              {item.ruled && <hr class="menu-rule" />}
              <MenuRow item={item} close={() => popover.current?.hidePopover()} />
            </Fragment>
          ))}
        </div>
      </div>
    </>
  )
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  return (
    <button
      type="button"
      class={`menu-item${item.danger ? ' is-danger' : ''}`}
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      tabIndex={-1}
      data-call={item.call}
      onClick={() => {
        close()
        item.onSelect()
      }}
    >
      {item.icon && <Icon name={item.icon} size={18} />}
      <span class="menu-label">{item.label}</span>
      {item.aside}
      {item.checked && <Icon name="check" size={16} />}
    </button>
  )
}

export interface MenuItem {
  id: string
  label: string
  icon?: IconName
  /** Right of the label, such as keys. */
  aside?: ComponentChildren
  /** One of several: a tick stands at the chosen one. */
  checked?: boolean
  danger?: boolean
  /** A rule above it. */
  ruled?: boolean
  call?: CallName
  onSelect: () => void
}

export interface MenuProps {
  label: string
  trigger: (state: { open: boolean; toggle: () => void }) => ComponentChildren
  /** null is left out, so that a condition can stand in the list. */
  items: readonly (MenuItem | null)[]
  head?: ComponentChildren
  align?: 'start' | 'end'
}
