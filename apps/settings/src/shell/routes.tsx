import { routesOf } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { pages } from '../pages.ts'
import { base, paths } from '../paths.ts'
import { words } from '../words.ts'
import { firstPage, navigates } from './navigation.ts'

export const { Pages, load } = routesOf(pages, {
  base,
  home: () => firstPage() ?? { path: paths.inbox, label: words.inboxShort },
  Start: Home,
})

/** The start is the first page that the role opens; where it opens none, Team Members says why. On a phone: the navigation. */
function Home() {
  const { route } = useLocation()
  const away = !navigates.value
  useEffect(() => {
    if (away) route(firstPage()?.path ?? paths.team, true)
  }, [away])
  return null
}
