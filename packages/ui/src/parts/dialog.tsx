import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { IconButton } from './icon-button.tsx'

/** A native modal dialog: focus is kept and given back by the browser, Escape and a click outside close it. */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? <Modal {...props} /> : null
}

function Modal(props: Omit<DialogProps, 'open'>) {
  const { title, onClose, closeLabel, footer, children, size = 'm', plain = false } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const node = dialog.current
    node?.showModal()
    // The browser would begin at the cross. Who is asked for something begins where it is written.
    node?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    // Closed before it is taken away: only then does the browser give the focus back.
    return () => node?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${size}${plain ? ' is-plain' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <header class={plain ? 'visually-hidden' : 'dialog-head'}>
        <h2 id={id}>{title}</h2>
        {!plain && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
      </header>
      <div class="dialog-body">{children}</div>
      {footer && <footer class="dialog-foot">{footer}</footer>}
    </dialog>
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
