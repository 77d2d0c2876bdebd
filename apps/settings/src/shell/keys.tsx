import { Help, Palette, useShellKeys } from '@rolecall/ui'
import { commands, everywhere } from './commands.ts'

/** What works by keyboard on every page: the palette, the help, `g` and a letter. */
export function Keys() {
  useShellKeys(everywhere)
  return (
    <>
      <Help />
      <Palette commands={commands} />
    </>
  )
}
