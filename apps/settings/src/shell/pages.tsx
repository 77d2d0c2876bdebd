import type { Permission } from '@rolecall/permissions'
import { Gate, NotFound, type Part, type Procedure, part, Safe, settingsPages } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { Route, Router, useLocation } from 'preact-iso'
import { base, paths } from '../paths.ts'
import { words } from '../words.ts'
import { firstPage, navigates } from './navigation.ts'

const Members = part(() => import('../team/members.tsx').then((page) => page.Members))
const Invites = part(() => import('../team/invites.tsx').then((page) => page.Invites))
const Departments = part(() => import('../departments/departments.tsx').then((page) => page.Departments))
const Member = part(() => import('../team/member.tsx').then((page) => page.Member))
const Roles = part(() => import('../roles/roles.tsx').then((page) => page.Roles))
const Role = part(() => import('../roles/role.tsx').then((page) => page.Role))
const WhoCan = part(() => import('../access/who-can.tsx').then((page) => page.WhoCan))
const Requests = part(() => import('../requests/requests.tsx').then((page) => page.Requests))
const History = part(() => import('../history/history.tsx').then((page) => page.History))
const Hints = part(() => import('../hints/hints.tsx').then((page) => page.Hints))
const Code = part(() => import('../code/code.tsx').then((page) => page.Code))
const Plan = part(() => import('../plan/plan.tsx').then((page) => page.Plan))

/** Which page stands at which address, and the call without which it is not shown. A page reads its address by useRoute. */
const routes: readonly (Needs & { path: string; page: Part<object> })[] = [
  { ...settingsPages.team, page: Members },
  { path: paths.invites, call: 'team.invites', permission: 'team.view', page: Invites },
  { path: paths.departments, call: 'departments.list', permission: 'team.view', page: Departments },
  { path: `${paths.team}/member/:memberId`, call: 'team.member', permission: 'team.view', page: Member },
  { ...settingsPages.roles, page: Roles },
  { path: `${paths.newRole}/:section?`, call: 'roles.create', permission: 'roles.manage', page: Role },
  { path: `${paths.roles}/:roleId/:section?`, call: 'roles.get', permission: 'roles.view', page: Role },
  { ...settingsPages.access, page: WhoCan },
  { ...settingsPages.requests, page: Requests },
  { ...settingsPages.history, page: History },
  { ...settingsPages.hints, page: Hints },
  { ...settingsPages.code, page: Code },
  { ...settingsPages.plan, page: Plan },
]

interface Needs {
  call: Procedure
  permission: Permission
}

const gated = routes.map(({ path, page: Page, ...needs }) => ({
  path,
  show: () => (
    <Gate {...needs} home={firstPage() ?? { path: paths.inbox, label: words.inboxShort }}>
      <Page />
    </Gate>
  ),
}))

/** The page one lands on: asked for beside the question who is signed in. */
export function loadLanding(path: string): void {
  const landing = routes.findLast((route) => path.startsWith(route.path.split('/:')[0] ?? ''))
  void landing?.page.load()
}

export function Pages() {
  const { path } = useLocation()
  return (
    <Safe path={path}>
      <Router>
        <Route path={base} component={Home} />
        {gated.map((route) => (
          <Route key={route.path} path={route.path} component={route.show} />
        ))}
        <Route default component={Nowhere} />
      </Router>
    </Safe>
  )
}

const Nowhere = () => <NotFound home={paths.home} />

/** The start is the first page that the role opens; where it opens none, Team Members says why. On a phone: the navigation. */
function Home() {
  const { route } = useLocation()
  const away = !navigates.value
  useEffect(() => {
    if (away) route(firstPage()?.path ?? paths.team, true)
  }, [away])
  return null
}
