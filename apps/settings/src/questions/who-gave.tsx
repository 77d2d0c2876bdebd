import type { WhoGave as Found } from '@rolecall/protocol'
import { api, number, useQuery, When } from '@rolecall/ui'
import { rolePath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { PickMember } from './pick-member.tsx'
import { PickPermission } from './pick-permission.tsx'
import { useAsked } from './use-asked.ts'
import { words } from './words.ts'

/** Who gave them this? */
export function WhoGave() {
  const [{ member = '', permission = '' }, set] = useAsked()
  return (
    <>
      <div class="ask">
        <PickMember value={member} onChange={(member) => set({ member })} />
        <PickPermission value={permission} onChange={(permission) => set({ permission })} />
      </div>
      {member !== '' && permission !== '' && <Given memberId={member} permission={permission} />}
    </>
  )
}

function Given({ memberId, permission }: { memberId: string; permission: string }) {
  const query = useQuery(`${memberId} ${permission}`, (signal) =>
    api.questions.whoGave.query({ memberId, permission }, { signal }),
  )
  return (
    <Answer query={query}>
      {({ member, permission: { label }, role, beside }) => (
        <>
          <p class="answer">
            <strong>{(role || beside.length > 0 ? words.may : words.mayNot)(member.name, label)}</strong>
          </p>
          {role && <ByRole role={role} />}
          {beside.length > 0 && <Beside beside={beside} />}
          {!role && beside.length === 0 && <p>{words.notHeld}</p>}
        </>
      )}
    </Answer>
  )
}

const ByRole = ({ role: { id, name, given, has } }: { role: NonNullable<Found['role']> }) => (
  <section class="card">
    <h2>
      <a href={rolePath(id)}>{words.byRole(name)}</a>
    </h2>
    <ul class="lines">
      <li>
        {given ? (
          <span>
            {given.joined ? words.joined : words.given(given.by)} · <When iso={given.at} />
          </span>
        ) : (
          words.notRecorded
        )}
      </li>
      <li>
        {has ? (
          <span>
            {words.has(number(has.version), has.by)} · <When iso={has.at} />
          </span>
        ) : (
          words.always
        )}
      </li>
    </ul>
  </section>
)

const Beside = ({ beside }: Pick<Found, 'beside'>) => (
  <section class="card">
    <h2>{words.beside}</h2>
    <ul class="lines">
      {beside.map(({ id, role, by, since, until, reason }) => (
        <li key={id}>
          <span>
            {role && `${words.byRole(role.name)} · `}
            {words.given(by)} · <When iso={since} />
            {until && (
              <>
                {' · '}
                {words.until} <When iso={until} />
              </>
            )}
          </span>
          {reason && <span class="quiet">{words.reason(reason)}</span>}
        </li>
      ))}
    </ul>
  </section>
)
