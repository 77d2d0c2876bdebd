import { entry, follow, Keyboard, Stuck, Toasts } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { LocationProvider } from 'preact-iso'
import { base, doorPath } from './paths.ts'
import { commands, everywhere } from './shell/commands.ts'
import { Shell } from './shell/shell.tsx'
import { words } from './words.ts'

/** The settings: the shell for a member; whoever is not signed in goes to the console's door, and comes back. */
export function App() {
  return (
    <LocationProvider scope={base}>
      <Place />
      <Toasts label={words.product} closeLabel={words.close} />
    </LocationProvider>
  )
}

function Place() {
  const { at } = entry.value
  useEffect(() => (at === 'in' ? follow() : undefined), [at])
  useEffect(() => {
    if (at === 'door') location.replace(doorPath(location.pathname + location.search + location.hash))
  }, [at])
  if (entry.value.at === 'stuck') return <Stuck failure={entry.value.failure} />
  if (at !== 'in') return null
  return (
    <>
      <Shell />
      <Keyboard pages={everywhere} commands={commands} />
    </>
  )
}
