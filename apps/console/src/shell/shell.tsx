import { bare, Connection, Preview } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { listenToKeys } from '../data/keys.ts'
import { words } from '../words.ts'
import { Help } from './help.tsx'
import { Pages } from './pages.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { useShellKeys } from './shell-keys.ts'
import { TopBar } from './top-bar.tsx'

/** Rail, top bar, page: what a signed-in member always sees. */
export function Shell() {
  useEffect(listenToKeys, [])
  useShellKeys()
  return (
    <div class={`shell${bare.value ? ' is-bare' : ''}`}>
      <a class="skip" href="#page">
        {words.skip}
      </a>
      <Rail />
      <div class="stage">
        <Preview />
        <TopBar />
        <Connection />
        <main id="page" class="page" tabIndex={-1}>
          <Pages />
        </main>
      </div>
      <Help />
      <Palette />
    </div>
  )
}
