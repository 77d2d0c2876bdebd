import { entry, follow, part, Stuck, Toasts } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { LocationProvider, useLocation } from 'preact-iso'
import { base, paths } from './paths.ts'
import { Shell } from './shell/shell.tsx'
import { destination } from './sign-in/destination.ts'
import { words } from './words.ts'

// Not in the first load: who works here is signed in.
const SignIn = part(() => import('./sign-in/sign-in.tsx').then((page) => page.SignIn), null)
const Forgot = part(() => import('./sign-in/forgot.tsx').then((page) => page.Forgot))
const Join = part(() => import('./sign-in/join.tsx').then((page) => page.Join))
const Reset = part(() => import('./sign-in/reset.tsx').then((page) => page.Reset))
const Setup = part(() => import('./sign-in/setup.tsx').then((page) => page.Setup))

/** The console: the door for those who are not signed in, the shell for those who are. */
export function App() {
  return (
    <LocationProvider scope={base}>
      <Place />
      <Toasts label={words.product} closeLabel={words.close} />
    </LocationProvider>
  )
}

function Place() {
  const { path } = useLocation()
  const at = entry.value.at
  const to = at === 'in' ? destination(location.search) : null
  useEffect(() => (at === 'in' ? follow() : undefined), [at])
  useEffect(() => {
    if (to) location.replace(to)
  }, [to])
  if (path === paths.setup) return <Setup />
  if (path === paths.join) return <Join />
  if (path === paths.reset) return <Reset />
  if (path === paths.forgot) return <Forgot />
  if (entry.value.at === 'stuck') return <Stuck failure={entry.value.failure} />
  if (at === 'door') return <SignIn />
  if (at === 'in' && !to) return <Shell />
  return null
}
