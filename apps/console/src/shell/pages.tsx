import { Gate, NotFound, part, Safe } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { Route, Router, useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { destinations } from './destinations.ts'

const Inbox = part(() => import('../inbox/inbox.tsx').then((page) => page.Inbox))
const Contacts = part(() => import('../contacts/contacts.tsx').then((page) => page.Contacts))
const Reports = part(() => import('../reports/reports.tsx').then((page) => page.Reports))

const files = { inbox: Inbox, contacts: Contacts, reports: Reports }

/** The other pages' files come while nothing else is to be done, so that a click shows them at once. */
const whenIdle = (run: () => void): (() => void) => {
  const timer = setTimeout(run, 2000)
  return () => clearTimeout(timer)
}

/** The page one lands on: asked for beside the question who is signed in. */
export function loadLanding(path: string): void {
  const page = path.startsWith(paths.contacts) ? Contacts : path.startsWith(paths.reports) ? Reports : Inbox
  void page.load()
}

/** Which page stands at which address, and the call without which it is not shown. */
export function Pages() {
  const { path } = useLocation()
  useEffect(() => whenIdle(() => destinations().forEach(({ id }) => void files[id].load())), [])
  return (
    <Safe path={path}>
      <Router>
        <Route path="/console" component={Home} />
        <Route path="/console/inbox/:view?/:chatId?" component={InboxPage} />
        <Route path="/console/contacts/:contactId?" component={ContactsPage} />
        <Route path="/console/reports" component={ReportsPage} />
        <Route default component={Nowhere} />
      </Router>
    </Safe>
  )
}

const InboxPage = () => (
  <Gate call="inbox.list" permission="inbox.view" home={destinations()[0]}>
    <Inbox />
  </Gate>
)
const ContactsPage = () => (
  <Gate call="contacts.list" permission="contacts.view" home={destinations()[0]}>
    <Contacts />
  </Gate>
)
const ReportsPage = () => (
  <Gate call="reports.chats" permission="reports.view" home={destinations()[0]}>
    <Reports />
  </Gate>
)
const Nowhere = () => <NotFound home={paths.home} />

/** The start is the first page that the role opens; where it opens none, the inbox says why. */
function Home() {
  const { route } = useLocation()
  useEffect(() => route(destinations()[0]?.path ?? paths.inbox, true), [])
  return null
}
