import type { NewsKind } from '@rolecall/client'
import { connection, onLive } from '@rolecall/ui'
import { useEffect, useRef } from 'preact/hooks'

/** Asks again when somebody has changed one of these, or when the stream has lost its place. */
export function useNews(what: readonly NewsKind[], reload: () => void): void {
  const latest = useRef({ what, reload })
  latest.current = { what, reload }
  useEffect(
    () =>
      onLive((event) => {
        const { what, reload } = latest.current
        if (event.type === 'resync' || (event.type === 'news' && what.some((kind) => kind === event.kind))) reload()
      }),
    [],
  )
}

/** After a change of one's own: while the stream is there it tells of that too, and to ask here as well would be to ask twice. */
export function reloadUntold(reload: () => void): void {
  if (connection.peek() !== 'live') reload()
}
