import { useEffect, useState } from 'preact/hooks'

/** The value once it has been still for `ms`, so that a word is one question and not seven; emptying counts at once. */
export function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? ms : 0)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
