import { session, toast } from '@rolecall/ui'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { words } from './words.ts'

/** Whoever leaves with something unsaved is told that it stays, and how to get back to it. `settled`: it no longer is. */
export function useKept(unsaved: boolean, text: string, path: string, settled?: { current: boolean }): void {
  const { route } = useLocation()
  const latest = useRef({ unsaved, text })
  latest.current = { unsaved, text }
  useEffect(
    () => () => {
      const { unsaved, text } = latest.current
      // Who has signed out keeps nothing here.
      if (!unsaved || settled?.current || !session.peek()) return
      toast(text, { action: { label: words.bar.back, run: () => route(path) } })
    },
    [],
  )
}
