import { entriesOf, routesOf, whenIdle } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { pages } from '../pages.ts'
import { base, paths } from '../paths.ts'

export const { Pages, load } = routesOf(pages, { base, home: () => entriesOf(pages)[0], Start: Home })

/** The page one lands on: asked for beside the question who is signed in. */
export const loadLanding = (path: string): void => void (load(path) || load(paths.inbox))

/** The other pages' files come while nothing else is to be done, so that a click shows them at once. */
export const loadRest = (): (() => void) => whenIdle(() => entriesOf(pages).forEach((page) => load(page.path)))

/** The start is the first page that the role opens; where it opens none, the inbox says why. */
function Home() {
  const { route } = useLocation()
  useEffect(() => route(entriesOf(pages)[0]?.path ?? paths.inbox, true), [])
  return null
}
