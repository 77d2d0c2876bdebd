import './hints.css'
import type { Hint } from '@rolecall/protocol'
import { api, Badge, Button, EmptyState, mayCall, type Tone, useQuery } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { useNews } from '../../data/use-news.ts'
import { rolePath } from '../../paths.ts'
import { Answer } from '../../shell/answer.tsx'
import { Page } from '../../shell/page.tsx'
import { isKept, keep } from '../store.ts'
import { dismiss, dismissed, showAll } from './dismissed.ts'
import { words } from './words.ts'

const tones: Record<Hint['kind'], Tone> = { risky: 'bad', unused: 'accent', duplicate: 'warn' }

/** Least privilege, one finding after the other, each with the next step. */
export function Hints() {
  const query = useQuery('hints', (signal) => api.roles.hints.query(undefined, { signal }))
  useNews(['roles', 'members'], query.reload)
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer query={query}>
        {(hints) => {
          const shown = hints.filter(({ id }) => !dismissed.value.has(id))
          const hidden = hints.length - shown.length
          const all = hidden > 0 && <Button onClick={showAll}>{words.dismissed(hidden)}</Button>
          return shown.length === 0 ? (
            <EmptyState icon="bulb" title={words.none} action={all}>
              {words.noneBody}
            </EmptyState>
          ) : (
            <>
              <ul class="hints">
                {shown.map((hint) => (
                  <One key={hint.id} hint={hint} />
                ))}
              </ul>
              {all && <p>{all}</p>}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function One({ hint }: { hint: Hint }) {
  const { route } = useLocation()
  const { role, other, draft } = hint
  const prepare = () => {
    if (!draft) return
    // The role's page finds it there, as unsaved changes.
    keep(role.id, { draft, base: null })
    route(rolePath(role.id))
  }
  return (
    <li class="card hint">
      <Badge tone={tones[hint.kind]}>{words.kinds[hint.kind]}</Badge>
      <h2>{role.name}</h2>
      <p>{hint.text}</p>
      <div class="actions">
        <Button size="s" kind="ghost" onClick={() => dismiss(hint.id)}>
          {words.dismiss}
        </Button>
        {other && (
          <a class="button button-secondary button-s" href={rolePath(other.id)}>
            {words.other(other.name)}
          </a>
        )}
        <a class="button button-secondary button-s" href={rolePath(role.id)}>
          {words.look}
        </a>
        {draft && mayCall('roles.edit') && (
          <Button
            size="s"
            kind="primary"
            call="roles.edit"
            notNow={isKept(role.id) ? words.begun : undefined}
            onClick={prepare}
          >
            {words.draft}
          </Button>
        )}
      </div>
    </li>
  )
}
