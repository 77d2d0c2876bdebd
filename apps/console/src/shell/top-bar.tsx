import { session } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { destinations } from './destinations.ts'
import { Switches } from './switches.tsx'

/** Where I am, and the two switches for those who may turn them. */
export function TopBar() {
  const { path } = useLocation()
  const here = destinations().find((page) => path.startsWith(page.path))
  return (
    <header class="top-bar">
      <p class="top-bar-place">
        <span class="top-bar-account">{session.value?.account.name}</span>
        {here && <span class="top-bar-page">{here.label}</span>}
      </p>
      <Switches />
    </header>
  )
}
