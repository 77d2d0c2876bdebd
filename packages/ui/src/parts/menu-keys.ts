/** Keys of a menu as the ARIA Authoring Practices write them; focus moves, the browser closes on Escape. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null): void {
  if (!menu) return
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = nextItem(
    event.key,
    at,
    items.map((item) => item.textContent?.trim() ?? ''),
  )
  if (event.key === 'Tab') menu.hidePopover()
  if (to === undefined) return
  event.preventDefault()
  event.stopPropagation()
  items[to]?.focus()
}

/** Index of the item that this key leads to; undefined when the key is none of the menu's. */
export function nextItem(key: string, at: number, labels: readonly string[]): number | undefined {
  const n = labels.length
  if (n === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % n
  if (key === 'ArrowUp') return at <= 0 ? n - 1 : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return n - 1
  if (key.length !== 1 || key === ' ') return undefined
  for (let step = 1; step <= n; step++) {
    const i = (at + step + n) % n
    if (labels[i]?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase())) return i
  }
  return undefined
}
