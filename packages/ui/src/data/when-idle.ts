/** Runs later, while nothing else is to be done: for files that a click will need. Returns the way to call it off. */
export function whenIdle(run: () => void): () => void {
  const timer = setTimeout(run, 2000)
  return () => clearTimeout(timer)
}
