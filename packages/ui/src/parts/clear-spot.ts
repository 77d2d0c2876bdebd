import { type Box, type Size, within } from './position.ts'

const gap = 6
/** In px: so close together are the points at which is looked for words. */
const [across, down] = [10, 6]

/** Where a tip may lie beside its anchor: under it, over it, behind it, before it; all of it in the window. */
export function spots(to: Box, size: Size, view: Size): { x: number; y: number }[] {
  const middle = (to.left + to.right - size.width) / 2
  const level = (to.top + to.bottom - size.height) / 2
  return [
    { x: middle, y: to.bottom + gap },
    { x: middle, y: to.top - gap - size.height },
    { x: to.right + gap, y: level },
    { x: to.left - gap - size.width, y: level },
  ].flatMap((wish) => {
    const spot = within(wish, size, view)
    const besides =
      spot.x >= to.right || spot.x + size.width <= to.left || spot.y >= to.bottom || spot.y + size.height <= to.top
    return besides ? [spot] : []
  })
}

/** Puts a tip where it lies over the fewest words, under its anchor where that is as good. */
export function placeClear(tip: HTMLElement, anchor: Element): void {
  const size = { width: tip.offsetWidth, height: tip.offsetHeight }
  const all = spots(anchor.getBoundingClientRect(), size, { width: innerWidth, height: innerHeight })
  const [first, ...others] = all.map((spot) => ({ ...spot, covers: covered(spot, size, anchor) }))
  if (!first) return
  const best = others.reduce((found, one) => (one.covers < found.covers ? one : found), first)
  tip.style.left = `${best.x}px`
  tip.style.top = `${best.y}px`
}

/** At how many points of a box somebody would read a word. The tip itself takes no pointer, so it is not found. */
function covered({ x, y }: { x: number; y: number }, { width, height }: Size, anchor: Element): number {
  let count = 0
  for (let left = x; left <= x + width; left += across) {
    for (let top = y; top <= y + height; top += down) {
      const element = document.elementFromPoint(left, top)
      if (element && !anchor.contains(element) && isWord(element, left, top)) count += 1
    }
  }
  return count
}

function isWord(element: Element, x: number, y: number): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) return true
  const range = document.createRange()
  return [...element.childNodes].some((node) => {
    if (!(node instanceof Text) || !node.data.trim()) return false
    range.selectNodeContents(node)
    return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
  })
}
