import type { RoleSummary } from '@rolecall/protocol'
import { api, EmptyState, useQuery } from '@rolecall/ui'
import { paths, rolePath } from '../paths.ts'
import { Lines } from '../roles/review-dialog.tsx'
import { kept } from '../roles/store.ts'
import { useRoles } from '../roles/use-roles.ts'
import { Answer } from '../shell/answer.tsx'
import { words } from './words.ts'

/** What changes if I save? Of every role that has unsaved changes here. */
export function IfSaved() {
  const roles = useRoles()
  return (
    <Answer query={roles}>
      {({ roles }) => {
        const begun = roles.filter(({ id }) => kept(id) !== null)
        return begun.length === 0 ? (
          <EmptyState
            icon="shield"
            title={words.noneBegun}
            action={
              <a class="button button-primary button-m" href={paths.roles}>
                {words.allRoles}
              </a>
            }
          >
            {words.noneBegunBody}
          </EmptyState>
        ) : (
          begun.map((role) => <Saved key={role.id} role={role} />)
        )
      }}
    </Answer>
  )
}

function Saved({ role: { id, name } }: { role: RoleSummary }) {
  const draft = kept(id)?.draft
  const query = useQuery(JSON.stringify(draft), async (signal) =>
    draft ? api.roles.blast.query({ roleId: id, draft }, { signal }) : null,
  )
  return (
    <section class="card">
      <div class="card-head">
        <h2>{name}</h2>
        <a class="button button-secondary button-s" href={rolePath(id)}>
          {words.openRole}
        </a>
      </div>
      <Answer query={query}>
        {(blast) => <Lines lines={blast && blast.lines.length > 0 ? blast.lines : [words.noDifference]} />}
      </Answer>
    </section>
  )
}
