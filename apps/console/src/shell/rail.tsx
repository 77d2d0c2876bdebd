import { Count, Icon, Mark, plural, Unread, useUnread, useWaiting, waiting } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { destinations, maySeeSettings } from './destinations.ts'
import { Me } from './me.tsx'

/** The way around: at the left edge, on a phone at the bottom. */
export function Rail() {
  const { path } = useLocation()
  useWaiting()
  useUnread(path.startsWith(paths.inbox))
  return (
    <nav class="rail" aria-label={words.nav.label}>
      <span class="rail-mark">
        <Mark size={28} />
      </span>
      <ul class="rail-list">
        {destinations().map((page) => (
          <li key={page.id}>
            <a
              class="rail-link"
              href={page.path}
              data-call={page.call}
              aria-current={path.startsWith(page.path) ? 'page' : undefined}
            >
              <Icon name={page.icon} size={20} />
              <span>{page.label}</span>
              {page.path === paths.inbox && <Unread />}
            </a>
          </li>
        ))}
        {maySeeSettings() && (
          <li class="rail-end">
            <a class="rail-link" href={paths.settings}>
              <Icon name="settings" size={20} />
              <span>{words.nav.settings}</span>
              <Count value={waiting.value} strong label={plural(waiting.value, words.nav.waiting)} />
            </a>
          </li>
        )}
      </ul>
      <Me />
    </nav>
  )
}
