import { Badge, day, minute } from '@rolecall/ui'
import { type Place, pathOf } from '../place.ts'
import type { Earlier } from '../state/state.ts'
import { words } from '../words.ts'

/** The contact's other chats, as far as the role reaches them. */
export function EarlierChats({ place, earlier }: { place: Place; earlier: readonly Earlier[] }) {
  return (
    <section class="about-earlier">
      <h3>{words.contact.earlier}</h3>
      {earlier.length === 0 && <p class="about-none">{words.contact.noEarlier}</p>}
      <ul>
        {earlier.map(({ id, createdAt, status }) => (
          <li key={id}>
            <a class="about-chat" href={pathOf({ ...place, chatId: id })} data-call="inbox.thread">
              <span>{day(createdAt, minute.value)}</span>
              <Badge tone={status === 'open' ? 'good' : 'plain'}>{words.contact[status]}</Badge>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
