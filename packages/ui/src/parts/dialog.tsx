import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { IconButton } from './icon-button.tsx'
import { Modal } from './modal.tsx'

/** Something asked or told over the page, while it is `open`. */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? <Shown {...props} /> : null
}

function Shown(props: Omit<DialogProps, 'open'>) {
  const { title, onClose, closeLabel, footer, children, size = 'm', plain = false } = props
  const id = useId()
  return (
    <Modal
      class={`dialog dialog-${size}${plain ? ' is-plain' : ''}`}
      labelledBy={id}
      // The browser would begin at the cross. Who is asked for something begins where it is written.
      onOpen={(dialog) => dialog.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()}
      onClose={onClose}
    >
      <header class={plain ? 'visually-hidden' : 'dialog-head'}>
        <h2 id={id}>{title}</h2>
        {!plain && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
      </header>
      <div class="dialog-body">{children}</div>
      {footer && <footer class="dialog-foot">{footer}</footer>}
    </Modal>
  )
}

export interface DialogProps {
  open: boolean
  title: string
  onClose: () => void
  closeLabel: string
  /** Buttons: the way out first, the action last. */
  footer?: ComponentChildren
  size?: 's' | 'm' | 'l'
  /** No head to be seen: the title is read out only, Escape and a click outside close it. */
  plain?: boolean
  children: ComponentChildren
}
