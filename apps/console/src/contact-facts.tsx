import { type Contact, pieces } from '@rolecall/protocol'
import { Badge, day, Icon, type IconName, minute, moment, When } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words as all } from './words.ts'

const words = all.facts

/** What is known of a contact. Masked details stand there as hidden, so that nobody takes them for missing. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { details, tags, page, device, createdAt, lastSeenAt } = contact
  return (
    <>
      <dl class="facts">
        <Fact icon="mail" name={words.email} hidden={!details}>
          {details?.email && (
            <a class="truncate" href={`mailto:${details.email}`} title={details.email}>
              {details.email}
            </a>
          )}
        </Fact>
        <Fact icon="phone" name={words.phone} hidden={!details}>
          {details?.phone && <a href={`tel:${details.phone}`}>{details.phone}</a>}
        </Fact>
        <Fact icon="globe" name={words.page}>
          {page && <Page address={page} />}
        </Fact>
        <Fact icon="device" name={words.device}>
          {device}
        </Fact>
        <Fact icon="clock" name={words.last}>
          <When iso={lastSeenAt} />
        </Fact>
        <Fact icon="user" name={words.first}>
          <time dateTime={createdAt} title={moment(createdAt)}>
            {day(createdAt, minute.value)}
          </time>
        </Fact>
        <Fact icon="tag" name={words.tags}>
          {tags.length > 0 && (
            <span class="tags">
              {tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          )}
        </Fact>
        {details?.ip && (
          <Fact icon="info" name={words.ip}>
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
        <p class="facts-masked">
          <Icon name="lock" size={16} />
          {words.masked}
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
    <div class="fact">
      <dt>
        <Icon name={icon} size={16} />
        <span>{name}</span>
      </dt>
      <dd>
        {hidden ? (
          <span class="fact-hidden">{words.hidden}</span>
        ) : (
          children || <span class="unknown">{words.unknown}</span>
        )}
      </dd>
    </div>
  )
}

interface FactProps {
  icon: IconName
  name: string
  hidden?: boolean
  children: ComponentChildren
}
