import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Failure, failureOf } from './failure.ts'

/** What a page knows of one question to the server. `data` stays while it is asked again, so nothing jumps. */
export interface Query<T> {
  data: T | undefined
  failure: Failure | null
  /** Being asked, also again. */
  busy: boolean
  reload: () => void
  /** Puts in what is already known, such as the answer of a write. */
  set: (change: (data: T) => T) => void
}

/** Asks whenever `key` changes; an older answer never overwrites a newer one. `keep` shows the last data meanwhile. */
export function useQuery<T>(key: string, ask: (signal: AbortSignal) => Promise<T>, { keep = false } = {}): Query<T> {
  const [state, setState] = useState<State<T>>({ key, data: undefined, failure: null, busy: true })
  const [round, setRound] = useState(0)
  const latest = useRef(ask)
  latest.current = ask

  useEffect(() => {
    const stop = new AbortController()
    setState((old) => ({ key, data: keep || old.key === key ? old.data : undefined, failure: null, busy: true }))
    latest.current(stop.signal).then(
      (data) => !stop.signal.aborted && setState({ key, data, failure: null, busy: false }),
      (error) => !stop.signal.aborted && setState((old) => ({ ...old, failure: failureOf(error), busy: false })),
    )
    return () => stop.abort()
  }, [key, round])

  const reload = useCallback(() => setRound((n) => n + 1), [])
  const set = useCallback((change: (data: T) => T) => {
    setState((old) => (old.data === undefined ? old : { ...old, data: change(old.data) }))
  }, [])
  const current = state.key === key || keep ? state : { data: undefined, failure: null, busy: true }
  return { data: current.data, failure: current.failure, busy: current.busy, reload, set }
}

interface State<T> {
  key: string
  data: T | undefined
  failure: Failure | null
  busy: boolean
}
