import { Entrance, Keyboard, Redirect, useUnread } from '@rolecall/ui'
import { doorPath } from './paths.ts'
import { commands, everywhere } from './shell/commands.ts'
import { Shell } from './shell/shell.tsx'

/** The settings: the shell for a member; whoever is not signed in goes to the console's door, and comes back. */
export const App = () => <Entrance Door={Door} Inside={Inside} />

const Door = () => <Redirect to={doorPath(location.pathname + location.search + location.hash)} />

function Inside() {
  useUnread()
  return (
    <>
      <Shell />
      <Keyboard pages={everywhere} commands={commands} />
    </>
  )
}
