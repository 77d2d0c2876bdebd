import { useEffect } from 'preact/hooks'
import { lazy, Route, Router, useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { destinations } from './destinations.ts'
import { Gate } from './gate.tsx'
import { NotFound } from './not-found.tsx'
import { Safe } from './safe.tsx'

const Inbox = lazy(() => import('../inbox/inbox.tsx').then((page) => page.Inbox))
const Contacts = lazy(() => import('../contacts/contacts.tsx').then((page) => page.Contacts))
const Reports = lazy(() => import('../reports/reports.tsx').then((page) => page.Reports))

/** Which page stands at which address, and the call without which it is not shown. */
export function Pages() {
  const { path } = useLocation()
  return (
    <Safe path={path}>
      <Router>
        <Route path="/console" component={Home} />
        <Route path="/console/inbox/:view?/:chatId?" component={InboxPage} />
        <Route path="/console/contacts/:contactId?" component={ContactsPage} />
        <Route path="/console/reports" component={ReportsPage} />
        <Route default component={NotFound} />
      </Router>
    </Safe>
  )
}

const InboxPage = () => (
  <Gate call="inbox.list" permission="inbox.view">
    <Inbox />
  </Gate>
)
const ContactsPage = () => (
  <Gate call="contacts.list" permission="contacts.view">
    <Contacts />
  </Gate>
)
const ReportsPage = () => (
  <Gate call="reports.chats" permission="reports.view">
    <Reports />
  </Gate>
)

/** The start is the first page that the role opens; where it opens none, the inbox says why. */
function Home() {
  const { route } = useLocation()
  useEffect(() => route(destinations()[0]?.path ?? paths.inbox, true), [])
  return null
}
