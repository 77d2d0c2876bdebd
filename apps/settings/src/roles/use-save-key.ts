import { useShortcuts } from '@rolecall/ui'
import { useMemo, useRef } from 'preact/hooks'
import { words } from './words.ts'

/** ⌘S saves, as everywhere; null while there is nothing to save, and the browser keeps the key. */
export function useSaveKey(save: (() => void) | null): void {
  const latest = useRef(save)
  latest.current = save
  const on = save !== null
  const list = useMemo(
    () => (on ? [{ keys: 'mod+s', label: words.bar.save, typing: true, run: () => latest.current?.() }] : []),
    [on],
  )
  useShortcuts(words.title, list)
}
