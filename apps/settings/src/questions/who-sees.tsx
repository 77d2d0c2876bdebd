import { Avatar, api, Badge, date, EmptyState, Field, mayCall, useQuery } from '@rolecall/ui'
import { memberPath } from '../paths.ts'
import { Answer } from '../shell/answer.tsx'
import { daysAgo, endOf } from './days.ts'
import { PickPlace } from './pick-place.tsx'
import { useAsked } from './use-asked.ts'
import { words } from './words.ts'

const anId = /^[0-9a-f-]{36}$/

/** Who can see this contact or this chat, now and on a date? */
export function WhoSees() {
  const [{ contact = '', chat = '', day = daysAgo(0) }, set] = useAsked()
  const at = day === daysAgo(0) ? null : endOf(day)
  return (
    <>
      <div class="ask">
        <PickPlace contact={contact} chat={chat} onChange={set} />
        <Field label={words.day} hideLabel type="date" value={day} onInput={(day) => set({ day })} />
      </div>
      {(anId.test(contact) || anId.test(chat)) && (
        <Seers chatId={anId.test(chat) ? chat : null} contactId={anId.test(chat) ? null : contact} at={at} />
      )}
    </>
  )
}

function Seers({ chatId, contactId, at }: { chatId: string | null; contactId: string | null; at: string | null }) {
  const query = useQuery(`${chatId} ${contactId} ${at}`, (signal) =>
    api.questions.whoSees.query({ chatId, contactId, at }, { signal }),
  )
  return (
    <Answer query={query} avatar>
      {({ known, since, members }) => (
        <>
          {known && members.length > 0 && (
            <section class="card">
              <h2>{words.people(members.length)}</h2>
              <ul class="lines">
                {members.map(({ id, name, role, because, gone }) => (
                  <li key={id} class="person">
                    <Avatar id={id} name={name} size={32} />
                    <span class="person-text">
                      {gone || !mayCall('team.member') ? <span>{name}</span> : <a href={memberPath(id)}>{name}</a>}
                      <span class="quiet">{because}</span>
                    </span>
                    <Badge>{gone ? words.left : role}</Badge>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {known && members.length === 0 && (
            <EmptyState icon="lock" title={words.nobody}>
              {words.nobodyBody}
            </EmptyState>
          )}
          <p class="quiet">{words.since(date(since))}</p>
        </>
      )}
    </Answer>
  )
}
