import { type ComponentType, type FunctionComponent } from 'preact'
import { Route, Router, useLocation } from 'preact-iso'
import { exec } from 'preact-iso/router'
import { part } from '../data/part.tsx'
import type { Home } from './denied.tsx'
import { Gate } from './gate.tsx'
import { NotFound } from './not-found.tsx'
import { type PageOf, screensOf } from './page.ts'
import { Safe } from './safe.tsx'

export interface Routes {
  /** Draws the page of the address. */
  Pages: FunctionComponent
  /** The page one lands on: asked for beside the question who is signed in. False where no page stands at this address. */
  load: (path: string) => boolean
}

/**
 * The router of an app, made of what its pages declare: each is a file of its own, shown to whom the server would answer.
 * `base`: where the app begins, and `Start` what it shows there; `home`: where somebody goes who may not open a page.
 */
export function routesOf(pages: readonly PageOf[], { base, home, Start }: Around): Routes {
  const routes = screensOf(pages).map(({ path, params = '', call, permission, load }) => {
    const Shown = part(load)
    const show = () => (
      <Gate call={call} permission={permission} home={home()}>
        <Shown />
      </Gate>
    )
    return { path: path + params, show, load: Shown.load }
  })
  return {
    load(path) {
      const found = routes.find((route) => exec(path, route.path))
      void found?.load()
      return found !== undefined
    },
    Pages() {
      const { path } = useLocation()
      return (
        <Safe path={path}>
          <Router>
            <Route path={base} component={Start} />
            {routes.map((route) => (
              <Route key={route.path} path={route.path} component={route.show} />
            ))}
            <Route default component={Nowhere} />
          </Router>
        </Safe>
      )
    },
  }
  function Nowhere() {
    return <NotFound home={`${base}/`} />
  }
}

interface Around {
  base: string
  home: () => Home | undefined
  Start: ComponentType
}
