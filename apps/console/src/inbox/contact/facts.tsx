import { type Contact, pieces } from '@rolecall/protocol'
import { ago, Badge, day, Icon, type IconName, minute, moment } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'

/** What is known of a contact. Masked details stand there as hidden, so that nobody takes them for missing. */
export function Facts({ contact }: { contact: Contact }) {
  const { details, tags, page, device, createdAt, lastSeenAt } = contact
  return (
    <>
      <dl class="about-facts">
        <Fact icon="mail" name={words.contact.email} hidden={!details}>
          {details?.email && (
            <a class="truncate" href={`mailto:${details.email}`} title={details.email}>
              {details.email}
            </a>
          )}
        </Fact>
        <Fact icon="phone" name={words.contact.phone} hidden={!details}>
          {details?.phone && <a href={`tel:${details.phone}`}>{details.phone}</a>}
        </Fact>
        <Fact icon="globe" name={words.contact.page}>
          {page && <Page address={page} />}
        </Fact>
        <Fact icon="device" name={words.contact.device}>
          {device}
        </Fact>
        <Fact icon="clock" name={words.contact.last}>
          <time dateTime={lastSeenAt} title={moment(lastSeenAt)}>
            {ago(lastSeenAt, minute.value)}
          </time>
        </Fact>
        <Fact icon="user" name={words.contact.first}>
          <time dateTime={createdAt} title={moment(createdAt)}>
            {day(createdAt, minute.value)}
          </time>
        </Fact>
        <Fact icon="tag" name={words.contact.tags}>
          {tags.length > 0 && (
            <span class="about-tags">
              {tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          )}
        </Fact>
        {details?.ip && (
          <Fact icon="info" name={words.contact.ip}>
            {details.ip}
          </Fact>
        )}
        {Object.entries(details?.data ?? {}).map(([name, value]) => (
          <Fact key={name} icon="info" name={name}>
            {value}
          </Fact>
        ))}
      </dl>
      {!details && (
        <p class="about-masked">
          <Icon name="lock" size={16} />
          {words.contact.masked}
        </p>
      )}
    </>
  )
}

/** Where the visitor wrote from; the page told it, so only a web address is followed. */
function Page({ address }: { address: string }) {
  const [only] = pieces(address)
  const text = address.replace(/^https?:\/\/(www\.)?/, '')
  return only?.href && only.text === address ? (
    <a class="truncate" href={only.href} target="_blank" rel="noopener noreferrer nofollow ugc" title={address}>
      {text}
    </a>
  ) : (
    <span class="truncate" title={address}>
      {text}
    </span>
  )
}

function Fact({ icon, name, hidden = false, children }: FactProps) {
  return (
    <div class="about-fact">
      <dt>
        <Icon name={icon} size={16} />
        <span>{name}</span>
      </dt>
      <dd>{hidden ? <span class="about-hidden">{words.contact.hidden}</span> : children || words.contact.unknown}</dd>
    </div>
  )
}

interface FactProps {
  icon: IconName
  name: string
  hidden?: boolean
  children: ComponentChildren
}
