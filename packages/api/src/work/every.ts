/** Has something done again and again, `ms` apart, and nothing waits for it. Ends when what it gave is called. */
export type Every = (ms: number, run: () => void) => () => void

/** By this machine's clock. A process with nothing else to do ends all the same. */
export const every: Every = (ms, run) => {
  const timer = setInterval(run, ms).unref()
  return () => clearInterval(timer)
}
