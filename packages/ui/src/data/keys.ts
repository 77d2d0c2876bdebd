import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** One key or chord: `j`, `?`, `mod+k`, or two in a row: `g i`. */
export interface Shortcut {
  keys: string
  /** What it does, for the help: "Next chat". */
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while typing in a field (only for chords with mod). */
  typing?: boolean
}

/** What is in force now, by group, for the help. */
export const shortcuts = signal<readonly { group: string; list: readonly Shortcut[] }[]>([])

/** Puts shortcuts in force while the component is there. Pass a stable list (useMemo) or the help flickers. */
export function useShortcuts(group: string, list: readonly Shortcut[]): void {
  useEffect(() => {
    const entry = { group, list }
    shortcuts.value = [...shortcuts.value, entry]
    return () => {
      shortcuts.value = shortcuts.value.filter((other) => other !== entry)
    }
  }, [group, list])
}

let first: { key: string; at: number } | null = null

/** The one key listener of the app. Returns the way to stop. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const typing = isTyping(event.target)
    if (document.querySelector('dialog[open]') || document.querySelector('.menu:popover-open')) return
    const key = keyOf(event)
    const pair = first && Date.now() - first.at < 1000 ? `${first.key} ${key}` : null
    first = typing ? null : { key, at: Date.now() }
    const all = shortcuts.value.flatMap((group) => group.list)
    const hit = all.findLast((one) => one.keys === pair) ?? all.findLast((one) => one.keys === key)
    if (!hit || (typing && !hit.typing)) return
    event.preventDefault()
    first = null
    hit.run(event)
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

/** The chord as shortcuts write it. Shift is part of the character (`?`), not of the chord. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey'>): string {
  const key = event.key.toLowerCase()
  return `${event.metaKey || event.ctrlKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
