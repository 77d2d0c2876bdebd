import type { Contact } from '@rolecall/protocol'
import { Badge, Icon, moment } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words } from './words.ts'

/** What is known of a contact, as plain text. Without *See contact details* one line says what is left out. */
export function Facts({ contact }: { contact: Contact }) {
  const { details } = contact
  return (
    <dl class="facts">
      {details ? (
        <>
          <Fact name={words.email}>{details.email && <a href={`mailto:${details.email}`}>{details.email}</a>}</Fact>
          <Fact name={words.phone}>{details.phone && <a href={`tel:${details.phone}`}>{details.phone}</a>}</Fact>
        </>
      ) : (
        <div class="facts-masked">
          <Icon name="lock" size={16} /> {words.masked}
        </div>
      )}
      <Fact name={words.tags}>
        {contact.tags.length > 0 && (
          <span class="tags">
            {contact.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        )}
      </Fact>
      <Fact name={words.page}>{contact.page}</Fact>
      <Fact name={words.device}>{contact.device}</Fact>
      {details?.ip && <Fact name={words.ip}>{details.ip}</Fact>}
      {Object.entries(details?.data ?? {}).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
      <Fact name={words.first}>{moment(contact.createdAt)}</Fact>
      <Fact name={words.last}>{moment(contact.lastSeenAt)}</Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="fact">
    <dt>{name}</dt>
    <dd>{children || <span class="unknown">{words.unknown}</span>}</dd>
  </div>
)
