import type { NewsKind } from '@rolecall/client'
import { onLive } from '@rolecall/ui'
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
