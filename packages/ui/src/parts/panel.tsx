import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { IconButton } from './icon-button.tsx'

/**
 * A sheet at the side, for what belongs to the page under it and has an address of its own. Draw it while the address
 * is the panel's; Escape, the cross and a click beside it lead to `back`. Focus is kept and given back by the browser.
 */
export function Panel({ title, lead, back, closeLabel, footer, children }: PanelProps) {
  const { route } = useLocation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const node = dialog.current
    node?.showModal()
    // Closed before it is taken away: only then does the browser give the focus back.
    return () => node?.close()
  }, [])
  // In place of the panel's address, so that the browser's way back does not open it again.
  const leave = () => route(back, true)
  return (
    <dialog
      ref={dialog}
      class="side-panel"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onPointerDown={(event) => event.target === dialog.current && leave()}
    >
      <header class="side-panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p class="side-panel-lead">{lead}</p>}
        </div>
        <IconButton icon="close" label={closeLabel} onClick={leave} />
      </header>
      <div class="side-panel-body">{children}</div>
      {footer && <footer class="side-panel-foot">{footer}</footer>}
    </dialog>
  )
}

export interface PanelProps {
  title: string
  lead?: ComponentChildren
  /** The address of the page under it. */
  back: string
  closeLabel: string
  /** Buttons: the way out first, the action last. */
  footer?: ComponentChildren
  children: ComponentChildren
}
