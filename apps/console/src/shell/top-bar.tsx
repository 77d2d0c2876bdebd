import { session } from '@rolecall/ui'
import { Switches } from './switches.tsx'

/** Whose account this is, and the two switches for those who may turn them. */
export function TopBar() {
  return (
    <header class="top-bar">
      <p class="top-bar-account truncate">{session.value?.account.name}</p>
      <Switches />
    </header>
  )
}
