import type { Contact } from '@rolecall/protocol'
import { Avatar, ago, Badge, Button, minute, moment, Spinner, VirtualList } from '@rolecall/ui'
import { contactPath } from '../paths.ts'
import { words as common } from '../words.ts'
import type { People } from './use-contacts.ts'
import { words } from './words.ts'

/** The rows. Each is a link, so it opens in a tab of its own too. */
export function ContactList({ people, selected }: { people: People; selected: string | undefined }) {
  return (
    <VirtualList
      key={people.asked}
      label={words.list}
      items={people.rows}
      total={people.total}
      rowHeight={56}
      keyOf={(contact) => contact.id}
      onEnd={people.readOn}
      row={(contact) => <ContactRow contact={contact} selected={contact.id === selected} />}
      foot={<Foot people={people} />}
    />
  )
}

function ContactRow({ contact, selected }: { contact: Contact; selected: boolean }) {
  return (
    <a
      class="contact-row"
      href={contactPath(contact.id)}
      data-call="contacts.get"
      aria-current={selected ? 'true' : undefined}
    >
      <Avatar id={contact.id} name={contact.name} />
      <span class="contact-who">
        <span class="contact-name truncate">{contact.name}</span>
        {contact.details?.email && <span class="contact-mail truncate">{contact.details.email}</span>}
      </span>
      <span class="contact-page truncate">{contact.page && shortPage(contact.page)}</span>
      <span class="contact-tags">
        {contact.tags.slice(0, 2).map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </span>
      <time class="contact-seen" dateTime={contact.lastSeenAt} title={moment(contact.lastSeenAt)}>
        {ago(contact.lastSeenAt, minute.value)}
      </time>
    </a>
  )
}

/** https://shop.example/pricing?x=1 → shop.example/pricing */
export const shortPage = (page: string): string =>
  page
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')

function Foot({ people }: { people: People }) {
  if (people.failure)
    return (
      <p class="list-foot" role="alert">
        {people.failure.text}
        <Button size="s" onClick={people.reload}>
          {common.retry}
        </Button>
      </p>
    )
  if (!people.reading) return null
  return (
    <p class="list-foot" role="status">
      <Spinner /> {words.loading}
    </p>
  )
}
