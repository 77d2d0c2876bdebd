import { useEffect, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { listenToKeys, type Shortcut, useShortcuts } from '../data/keys.ts'
import { session } from '../session/session.ts'
import { words } from '../words.ts'
import { type Destination, lead } from './destination.ts'
import { helpOpen, paletteOpen } from './open.ts'

/** Listens to keys, and puts those in force that work on every page. `pages`: those that the session may open. */
export function useShellKeys(pages: () => readonly Destination[]): void {
  const { route } = useLocation()
  const may = session.value?.procedures
  const list = useMemo(() => shellKeys(pages(), route), [may])
  useEffect(listenToKeys, [])
  useShortcuts(words.keys.everywhere, list)
}

const shellKeys = (pages: readonly Destination[], route: (path: string) => void): Shortcut[] => [
  { keys: 'mod+k', label: words.keys.palette, typing: true, run: () => void (paletteOpen.value = true) },
  { keys: '?', label: words.keys.help, run: () => void (helpOpen.value = true) },
  ...pages.map((page) => ({
    keys: `g ${page.key}`,
    label: words.palette.goTo(page.label),
    run: () => lead(page, route),
  })),
]
