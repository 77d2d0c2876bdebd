import { Avatar, api, useQuery } from '@rolecall/ui'
import { useNews } from '../data/use-news.ts'
import { memberPath, paths } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { GiveNow } from './give-now.tsx'
import { PickMember } from './pick-member.tsx'
import { PickPermission } from './pick-permission.tsx'
import { useAsked } from './use-asked.ts'
import { words } from './words.ts'

/** Why can't this member …, and who could give it? */
export function WhyNot() {
  const [{ member = '', permission = '' }, set] = useAsked()
  return (
    <>
      <div class="ask">
        <PickMember value={member} onChange={(member) => set({ member })} />
        <PickPermission value={permission} onChange={(permission) => set({ permission })} />
      </div>
      {member !== '' && permission !== '' && <Found memberId={member} permission={permission} />}
    </>
  )
}

function Found({ memberId, permission }: { memberId: string; permission: string }) {
  const query = useQuery(`${memberId} ${permission}`, (signal) =>
    api.questions.whyNot.query({ memberId, permission }, { signal }),
  )
  useNews(['members', 'roles'], query.reload)
  return (
    <Answer query={query}>
      {({ member, permission: { name, label }, allowed, givers }) => (
        <>
          <p class="answer">
            <strong>{(allowed ? words.may : words.mayNot)(member.name, label)}</strong>
          </p>
          {allowed ? (
            <p>
              <a href={`${paths.questions}/who-gave?${new URLSearchParams({ member: member.id, permission: name })}`}>
                {words.gaveLink}
              </a>
            </p>
          ) : (
            <p>{member.status === 'active' ? words.lacks(member.role.name) : words.shutOut}</p>
          )}
          {!allowed && (
            <section class="card">
              <div class="card-head">
                <h2>{words.givers}</h2>
                {member.status === 'active' && (
                  <GiveNow
                    memberId={member.id}
                    name={member.name}
                    permission={name}
                    givers={givers}
                    onGiven={query.reload}
                  />
                )}
              </div>
              {givers.length === 0 ? (
                <p>{words.nobodyGives}</p>
              ) : (
                <ul class="lines">
                  {givers.map(({ id, name }) => (
                    <li key={id} class="person">
                      <Avatar id={id} name={name} size={32} />
                      <a href={memberPath(id)}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )}
        </>
      )}
    </Answer>
  )
}
