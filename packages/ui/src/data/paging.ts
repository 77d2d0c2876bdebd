import { useRef, useState } from 'preact/hooks'
import { type Failure, failureOf } from './failure.ts'
import { type Query, useQuery } from './query.ts'

/** Some rows of a long list, and where the next ones begin; null: that was all. */
export interface Page {
  rows: readonly { id: string }[]
  next: string | null
}

export interface Paging<P> extends Query<P> {
  /** A further page is on its way. */
  reading: boolean
  /** Reads the next page; nothing while one is on its way, and where one did not come. */
  readOn: () => void
  /** Asks once more for what did not come. */
  retry: () => void
}

/**
 * A long list as one query: `data` is what has been read of it so far. Asked again it is read as far as it was, so that
 * nobody loses their place because somebody else changed something.
 */
export function usePaging<P extends Page>(key: string, ask: Ask<P>): Paging<P> {
  const [further, setFurther] = useState<Further>(idle)
  // What is shown: the rows of which question.
  const shown = useRef({ key: '', rows: 0 })
  // Of the list as it stands: a further page of an older one is not taken in.
  const current = useRef<AbortSignal | null>(null)
  const query = useQuery(
    key,
    async (signal) => {
      current.current = signal
      setFurther(idle)
      const read = await readThrough(ask, shown.current.key === key ? shown.current.rows : 0, signal)
      if (!signal.aborted) shown.current.key = key
      return read
    },
    { keep: true },
  )
  shown.current.rows = query.data?.rows.length ?? 0

  const readFurther = async () => {
    const signal = current.current
    const after = query.data?.next
    if (!signal || !after || query.busy || further.reading) return
    setFurther({ reading: true, failure: null })
    try {
      const page = await ask(after, signal)
      if (signal.aborted) return
      query.set((rows) => append(rows, page))
      setFurther(idle)
    } catch (error) {
      if (!signal.aborted) setFurther({ reading: false, failure: failureOf(error) })
    }
  }
  const failure = query.failure ?? further.failure
  return {
    ...query,
    failure,
    reading: further.reading,
    readOn: () => {
      if (!failure) void readFurther()
    },
    retry: () => {
      if (query.failure) query.reload()
      else void readFurther()
    },
  }
}

/** Asks for one page: the first, or the one after what an earlier page called `next`. */
type Ask<P> = (after: string | undefined, signal: AbortSignal) => Promise<P>

interface Further {
  reading: boolean
  failure: Failure | null
}

const idle: Further = { reading: false, failure: null }

/** So many pages are read at a stretch, and no more: the rest comes as the reader nears it. */
const most = 5

/** From the start as far as `rows` go. */
export async function readThrough<P extends Page>(ask: Ask<P>, rows: number, signal: AbortSignal): Promise<P> {
  let read = await ask(undefined, signal)
  for (let pages = 1; pages < most && read.next !== null && read.rows.length < rows; pages++)
    read = append(read, await ask(read.next, signal))
  return read
}

/** A further page follows; a row that both carry (it moved meanwhile) stays where it was first. */
export function append<P extends Page>(before: P, after: P): P {
  const known = new Set(before.rows.map(({ id }) => id))
  return { ...after, rows: [...before.rows, ...after.rows.filter(({ id }) => !known.has(id))] }
}
