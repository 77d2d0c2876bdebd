import { Entrance, part, Redirect } from '@rolecall/ui'
import type { ComponentType } from 'preact'
import { useLocation } from 'preact-iso'
import { paths } from './paths.ts'
import { Shell } from './shell/shell.tsx'
import { destination } from './sign-in/destination.ts'

// Not in the first load: who works here is signed in.
const SignIn = part(() => import('./sign-in/sign-in.tsx').then((page) => page.SignIn), null)
/** What stands at an address of its own, whoever is signed in. */
const doors: Partial<Record<string, ComponentType>> = {
  [paths.setup]: part(() => import('./sign-in/setup.tsx').then((page) => page.Setup)),
  [paths.join]: part(() => import('./sign-in/join.tsx').then((page) => page.Join)),
  [paths.reset]: part(() => import('./sign-in/reset.tsx').then((page) => page.Reset)),
  [paths.forgot]: part(() => import('./sign-in/forgot.tsx').then((page) => page.Forgot)),
}

/** The console: the door for those who are not signed in, the shell for those who are. */
export function App() {
  const Own = doors[useLocation().path]
  return Own ? <Own /> : <Entrance Door={SignIn} Inside={Inside} />
}

/** Who came from another app goes back there. */
function Inside() {
  const to = destination(location.search)
  return to ? <Redirect to={to} /> : <Shell />
}
