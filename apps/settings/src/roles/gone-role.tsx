import { Button, EmptyState, mayCall } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { DeletedRole } from './deleted-role.tsx'
import { dialogWords } from './dialog-words.ts'
import type { Rules } from './rules.ts'
import { keep, kept, newId } from './store.ts'
import { words } from './words.ts'

/** Deleted, perhaps by somebody else while it was being changed here: the changes can become a role of their own. */
export function GoneRole({ roleId, rules, onRestored }: { roleId: string; rules: Rules; onRestored: () => void }) {
  const { route } = useLocation()
  const own = kept(roleId)
  const asNew = () => {
    if (own) keep(newId(null), { draft: own.draft, base: null })
    route(paths.newRole)
  }
  const nothing = (
    <Page title={words.gone} back={{ path: paths.roles, label: words.title }}>
      <EmptyState
        icon="shield"
        title={own ? dialogWords.gone.draft : dialogWords.gone.body}
        action={
          <>
            <a class="button button-secondary button-m" href={paths.roles}>
              {words.all}
            </a>
            {own && (
              <Button kind="primary" call="roles.create" onClick={asNew}>
                {dialogWords.gone.asNew}
              </Button>
            )}
          </>
        }
      />
    </Page>
  )
  if (own || !mayCall('roles.versions')) return nothing
  return <DeletedRole roleId={roleId} rules={rules} onRestored={onRestored} otherwise={nothing} />
}
