import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** How many are open: the last one lies over everything that was there before it. */
export const modals = signal(0)

/** A native modal: focus is kept and given back by the browser, Escape and a click outside close it. */
export function Modal({ labelledBy, class: looks, onOpen, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const node = dialog.current
    node?.showModal()
    modals.value += 1
    if (node) onOpen?.(node)
    // Closed before it is taken away: only then does the browser give the focus back.
    return () => {
      node?.close()
      modals.value -= 1
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={looks}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      {children}
    </dialog>
  )
}

interface ModalProps {
  labelledBy: string
  class: string
  onOpen?: (dialog: HTMLDialogElement) => void
  onClose: () => void
  children: ComponentChildren
}
