import { Connection, Preview, useTitle } from '@rolecall/ui'
import { words } from '../words.ts'
import { Account, BackToInbox, Me, Navigation } from './side.tsx'

/** The first screen of a phone: the navigation, and nothing beside it. */
export function Start() {
  useTitle(words.settings)
  return (
    <div class="start">
      <div class="start-banners">
        <Preview />
        <Connection />
      </div>
      <nav class="start-top" aria-label={words.inbox}>
        <BackToInbox />
      </nav>
      <main class="start-main">
        <h1>{words.settings}</h1>
        <Account />
        <Navigation />
        <Me />
      </main>
    </div>
  )
}
