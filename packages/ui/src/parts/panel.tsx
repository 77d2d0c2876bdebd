import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { IconButton } from './icon-button.tsx'
import { Modal } from './modal.tsx'

/**
 * A sheet at the side, for what belongs to the page under it and has an address of its own. Draw it while the address
 * is the panel's; Escape, the cross and a click beside it lead to `back`.
 */
export function Panel({ title, lead, back, closeLabel, footer, children }: PanelProps) {
  const { route } = useLocation()
  const id = useId()
  // In place of the panel's address, so that the browser's way back does not open it again.
  const leave = () => route(back, true)
  return (
    <Modal class="side-panel" labelledBy={id} onClose={leave}>
      <header class="side-panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p class="side-panel-lead">{lead}</p>}
        </div>
        <IconButton icon="close" label={closeLabel} onClick={leave} />
      </header>
      <div class="side-panel-body">{children}</div>
      {footer && <footer class="side-panel-foot">{footer}</footer>}
    </Modal>
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
