import { useEffect } from 'preact/hooks'
import { part } from '../data/part.tsx'
import { whenIdle } from '../data/when-idle.ts'
import type { Destination } from './destination.ts'
import { helpOpen, paletteOpen } from './open.ts'
import type { PaletteProps } from './palette.tsx'
import { useShellKeys } from './shell-keys.ts'

const Palette = part<PaletteProps>(() => import('./palette.tsx').then((file) => file.Palette), null)
const Help = part(() => import('./help.tsx').then((file) => file.Help), null)

/** What works by keyboard on every page: the palette, the help, `g` and a letter. `pages`: those that the session may open. */
export function Keyboard({ pages, commands }: PaletteProps & { pages: () => readonly Destination[] }) {
  useShellKeys(pages)
  useEffect(() => whenIdle(() => [Palette, Help].forEach((one) => void one.load())), [])
  return (
    <>
      {helpOpen.value && <Help />}
      {paletteOpen.value && <Palette commands={commands} />}
    </>
  )
}
