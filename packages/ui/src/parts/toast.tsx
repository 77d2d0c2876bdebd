import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { modals } from './modal.tsx'

/** Says in one line what just happened. Stays `ms` (6 s), or until dismissed where it carries an action or is bad news. */
export function toast(text: string, options: ToastOptions = {}): () => void {
  const item = { id: ++last, text, ...options }
  const drop = () => dismiss(item.id)
  toasts.value = [...toasts.value.filter((other) => other.text !== text), item].slice(-3)
  const ms = options.ms ?? (options.action || options.tone === 'bad' ? 12_000 : 6_000)
  setTimeout(drop, ms)
  return drop
}

/**
 * The place where toasts appear: once per app, near its end. In the top layer, and put there anew above a dialog that came
 * later; then at the upper edge, where it hides none of the dialog's buttons.
 */
export function Toasts({ label, closeLabel }: { label: string; closeLabel: string }) {
  const region = useRef<HTMLDivElement>(null)
  const items = toasts.value
  const under = modals.value
  useEffect(() => {
    const node = region.current
    if (!node) return
    if (node.matches(':popover-open')) node.hidePopover()
    if (items.length > 0) node.showPopover()
  }, [items, under])
  return (
    <div
      class={`toasts${under > 0 ? ' is-over' : ''}`}
      popover="manual"
      role="region"
      aria-label={label}
      aria-live="polite"
      ref={region}
    >
      {items.map((item) => (
        <div key={item.id} class={`toast toast-${item.tone ?? 'plain'}`}>
          {item.tone && <Icon name={item.tone === 'good' ? 'check' : 'alert'} size={18} />}
          <p>{item.text}</p>
          {item.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                dismiss(item.id)
                item.action?.run()
              }}
            >
              {item.action.label}
            </button>
          )}
          <IconButton icon="close" label={closeLabel} onClick={() => dismiss(item.id)} />
        </div>
      ))}
    </div>
  )
}

export const toasts = signal<readonly Toast[]>([])
let last = 0
const dismiss = (id: number) => {
  toasts.value = toasts.value.filter((item) => item.id !== id)
}

interface Toast extends ToastOptions {
  id: number
  text: string
}

export interface ToastOptions {
  tone?: 'good' | 'warn' | 'bad'
  /** Such as Undo or Retry. */
  action?: { label: string; run: () => void }
  ms?: number
}
