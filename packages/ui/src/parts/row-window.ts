/** Rows drawn outside the view at each side, so that quick scrolling shows no gaps. */
const spare = 8

/** First row and the one after the last that are worth drawing. */
export function rowWindow(top: number, height: number, rowHeight: number, count: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - spare, count))
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)
  return { from, to: Math.max(from, to) }
}
