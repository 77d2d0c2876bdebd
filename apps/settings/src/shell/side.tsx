import { Avatar, Badge, Count, Icon, MemberMenu, plural, session, Unread, useWaiting, waiting } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { navigation } from './navigation.ts'

/** The way around, at the left. */
export function Side() {
  return (
    <header class="side">
      <BackToInbox />
      <Account />
      <Navigation />
      <Me />
    </header>
  )
}

export const BackToInbox = () => (
  <a class="side-back" href={paths.inbox}>
    <Icon name="back" size={16} />
    {words.inbox}
    <Unread />
  </a>
)

/** The pages that this member may open. */
export function Navigation() {
  const { path } = useLocation()
  useWaiting()
  return (
    <nav class="side-nav" aria-label={words.settings}>
      {navigation().map((group) => (
        <section key={group.id} class="side-group">
          <h2 class="side-head" id={`side-${group.id}`}>
            {group.label}
          </h2>
          <ul aria-labelledby={`side-${group.id}`}>
            {group.pages.map((page) => (
              <li key={page.id}>
                <a
                  class="side-link"
                  href={page.path}
                  data-page={page.id}
                  aria-current={within(path, page.path) ? 'page' : undefined}
                >
                  <Icon name={page.icon} size={18} />
                  <span class="side-label">{page.label}</span>
                  {page.path === paths.requests && (
                    <Count value={waiting.value} strong label={plural(waiting.value, words.waiting)} />
                  )}
                  <Icon name="chevron-right" size={16} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** This page or one below it. */
const within = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`)

/** Whose settings these are. */
export function Account() {
  const account = session.value?.account
  if (!account) return null
  return (
    <p class="side-account">
      <span class="side-account-name truncate">{account.name}</span>
      {account.plan && <Badge>{words.plans[account.plan]}</Badge>}
    </p>
  )
}

export function Me() {
  const me = session.value
  if (!me) return null
  return (
    <MemberMenu
      trigger={({ open, toggle }) => (
        <button type="button" class="side-me" aria-haspopup="menu" aria-expanded={open} onClick={toggle}>
          <Avatar id={me.member.id} name={me.member.name} size={32} />
          <span class="side-me-text">
            <span class="truncate">{me.member.name}</span>
            <span class="side-me-role truncate">{me.role.name}</span>
          </span>
          <Icon name="chevron" size={16} />
        </button>
      )}
    />
  )
}
