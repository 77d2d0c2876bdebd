/** To the place to write; on a phone to the title, or the keyboard would cover what there is to read. */
export function focus(): void {
  // Opened by the page while somebody writes there: the focus is the page's.
  if (!document.hasFocus()) return
  const target = matchMedia('(pointer: coarse)').matches ? 'h1' : '.leave input, textarea'
  document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true })
}
