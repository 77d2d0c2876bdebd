import { Connection, Icon, narrow, Preview } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { navigates } from './navigation.ts'
import { Pages } from './routes.tsx'
import { Side } from './side.tsx'
import { Start } from './start.tsx'

/** Navigation and page side by side; on a phone first the one, then the other. */
export function Shell() {
  const { path } = useLocation()
  if (navigates.value && (path === paths.home || `${path}/` === paths.home)) return <Start />
  return (
    <div class="shell">
      <a class="skip" href="#page">
        {words.skip}
      </a>
      {!narrow.value && <Side />}
      <div class="stage">
        {narrow.value && (
          <header class="bar">
            <a class="bar-back" href={paths.home}>
              <Icon name="back" size={20} />
              {words.settings}
            </a>
          </header>
        )}
        <Preview />
        <Connection />
        <main id="page" class="page" tabIndex={-1}>
          <Pages />
        </main>
      </div>
    </div>
  )
}
