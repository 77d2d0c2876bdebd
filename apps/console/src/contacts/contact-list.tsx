import type { Contact } from '@rolecall/protocol'
import { Avatar, ago, Badge, Further, minute, moment, VirtualList } from '@rolecall/ui'
import { contactPath } from '../paths.ts'
import type { Contacts } from './use-contacts.ts'
import { words } from './words.ts'

/** The rows. Each is a link, so it opens in a tab of its own too. */
export function ContactList({ list, data, selected }: ListProps) {
  return (
    <VirtualList
      key={data.asked}
      label={words.list}
      items={data.rows}
      total={data.total}
      rowHeight={56}
      keyOf={(contact) => contact.id}
      onEnd={list.readOn}
      row={(contact) => <ContactRow contact={contact} selected={contact.id === selected} />}
      foot={<Further list={list} />}
    />
  )
}

interface ListProps {
  list: Contacts
  data: NonNullable<Contacts['data']>
  selected: string | undefined
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
