/** Puts a popover under its anchor (or above, where there is no room), inside the window; through the CSSOM, which a strict CSP allows. */
export function position(popover: HTMLElement, anchor: Element, align: 'start' | 'end' | 'center' = 'start'): void {
  const to = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const { x, y } = spot(to, { width, height }, { width: innerWidth, height: innerHeight }, align)
  popover.style.left = `${x}px`
  popover.style.top = `${y}px`
}

const gap = 6
const edge = 8

/** Pure part of position: the corner for a box of this size. */
export function spot(to: Box, size: Size, view: Size, align: 'start' | 'end' | 'center'): { x: number; y: number } {
  const wish = { start: to.left, end: to.right - size.width, center: (to.left + to.right - size.width) / 2 }[align]
  const below = to.bottom + gap
  const above = to.top - gap - size.height
  const y = below + size.height <= view.height - edge || above < edge ? below : above
  return within({ x: wish, y }, size, view)
}

/** So much of it moved that all of it is in the window. */
export const within = (wish: { x: number; y: number }, size: Size, view: Size): { x: number; y: number } => ({
  x: Math.round(Math.max(edge, Math.min(wish.x, view.width - size.width - edge))),
  y: Math.round(Math.max(edge, Math.min(wish.y, view.height - size.height - edge))),
})

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
export interface Size {
  width: number
  height: number
}
