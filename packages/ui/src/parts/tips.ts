import { placeClear } from './clear-spot.ts'

/**
 * Tips for everything that carries `data-tip` (and `data-keys`): one element in the top layer for the whole app,
 * shown on hover after a moment and on keyboard focus at once. The name itself is in `aria-label`, so the tip is hidden
 * from screen readers. Returns the way to take it away again.
 */
export function installTips(root: Document = document): () => void {
  const tip = root.createElement('div')
  tip.className = 'tip'
  tip.popover = 'manual'
  tip.setAttribute('aria-hidden', 'true')
  root.body.append(tip)
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(timer)
    if (tip.matches(':popover-open')) tip.hidePopover()
  }
  const show = (anchor: HTMLElement) => {
    if (!anchor.isConnected) return
    tip.textContent = anchor.dataset.tip ?? ''
    if (anchor.dataset.keys) {
      const keys = root.createElement('kbd')
      keys.className = 'kbd'
      keys.textContent = anchor.dataset.keys
      tip.append(keys)
    }
    tip.showPopover()
    placeClear(tip, anchor)
  }
  const over = (event: Event) => {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null
    hide()
    if (!anchor || (event instanceof PointerEvent && event.pointerType === 'touch')) return
    const focus = event.type === 'focusin'
    if (focus && !anchor.matches(':focus-visible')) return
    timer = setTimeout(() => show(anchor), focus ? 0 : 450)
  }
  const listeners = [
    ['pointerover', over],
    ['focusin', over],
    ['focusout', hide],
    ['pointerdown', hide],
    ['keydown', hide],
    ['scroll', hide],
  ] as const
  for (const [type, listener] of listeners) root.addEventListener(type, listener, { capture: true, passive: true })
  return () => {
    for (const [type, listener] of listeners) root.removeEventListener(type, listener, { capture: true })
    hide()
    tip.remove()
  }
}
