/** To the place to write; on a phone to the title, or the keyboard would cover what there is to read. */
export function focus(): void {
  const target = matchMedia('(pointer: coarse)').matches ? 'h1' : '.leave input, textarea'
  document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true })
}
