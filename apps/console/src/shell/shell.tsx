import { bare, Connection, Keyboard, Preview } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { words } from '../words.ts'
import { commands } from './commands.ts'
import { everywhere } from './destinations.ts'
import { Rail } from './rail.tsx'
import { loadRest, Pages } from './routes.tsx'
import { TopBar } from './top-bar.tsx'

/** Rail, top bar, page: what a signed-in member always sees. */
export function Shell() {
  useEffect(loadRest, [])
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
      <Keyboard pages={everywhere} commands={commands} />
    </div>
  )
}
