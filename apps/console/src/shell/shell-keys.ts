import { session } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Shortcut, useShortcuts } from '../data/keys.ts'
import { words } from '../words.ts'
import { destinations } from './destinations.ts'
import { helpOpen } from './help.tsx'
import { paletteOpen } from './palette.tsx'

/** The keys that work on every page; those of pages one may not open are not there. */
export function useShellKeys(): void {
  const { route } = useLocation()
  const may = session.value?.procedures
  const list = useMemo(() => shellKeys(route), [may])
  useShortcuts(words.keys.everywhere, list)
}

const shellKeys = (route: (path: string) => void): Shortcut[] => [
  { keys: 'mod+k', label: words.keys.palette, typing: true, run: () => void (paletteOpen.value = true) },
  { keys: '?', label: words.keys.help, run: () => void (helpOpen.value = true) },
  ...destinations().map((page) => ({
    keys: `g ${page.key}`,
    label: words.palette.goTo(page.label),
    run: () => route(page.path),
  })),
]
