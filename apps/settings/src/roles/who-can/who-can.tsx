import './access.css'
import type { WhoCan as Found } from '@rolecall/protocol'
import { Avatar, api, Badge, Button, EmptyState, Segmented, useQuery } from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useLocation } from 'preact-iso'
import { useNews } from '../../data/use-news.ts'
import { memberPath, paths, rolePath } from '../../paths.ts'
import { Answer } from '../../shell/answer.tsx'
import { Page } from '../../shell/page.tsx'
import { PickMember, PickPermission } from './pick.tsx'
import { Reasons } from './reasons.tsx'
import { WhatCan } from './what-can.tsx'
import { words } from './words.ts'

/** Who may do this, and what may they do: both with the reason. What is asked stands in the address. */
export function WhoCan() {
  const { query, route } = useLocation()
  const member = query.member
  const permission = query.permission ?? 'inbox.delete'
  const ask = (what: string) => route(`${paths.access}?${what}`, true)
  const file = member === undefined ? `permission=${encodeURIComponent(permission)}` : member && `member=${member}`
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          icon="download"
          call="roles.accessCsv"
          onClick={() => void download(`/access.csv${file && `?${file}`}`)}
        >
          {words.csv}
        </Button>
      }
    >
      <div class="ask">
        <Segmented
          label={words.way}
          hideLabel
          value={member === undefined ? 'who' : 'what'}
          options={[
            { value: 'who', label: words.who },
            { value: 'what', label: words.what },
          ]}
          onChange={(way) => ask(way === 'who' ? `permission=${permission}` : 'member=')}
        />
        {member === undefined ? (
          <PickPermission value={permission} onChange={(name) => ask(`permission=${encodeURIComponent(name)}`)} />
        ) : (
          <PickMember value={member} onChange={(id) => ask(`member=${id}`)} />
        )}
      </div>
      {member === undefined ? <Who permission={permission} /> : member !== '' && <WhatCan memberId={member} />}
    </Page>
  )
}

function Who({ permission }: { permission: string }) {
  const query = useQuery(permission, (signal) => api.roles.whoCan.query({ permission }, { signal }))
  useNews(['members', 'roles'], query.reload)
  return (
    <Answer query={query}>
      {(found) => {
        const active = found.members.filter(({ status }) => status === 'active')
        return found.members.length + found.roles.length === 0 ? (
          <EmptyState icon="lock" title={words.nobody}>
            {words.nobodyBody}
          </EmptyState>
        ) : (
          <>
            <p class="answer">
              <strong>{words.people(active.length)}</strong> “{found.label}” <code>{found.permission}</code>
            </p>
            <div class="columns">
              <People members={found.members} />
              <div class="columns-side">
                <Roles roles={found.roles} />
                {found.tokens.length > 0 && <Tokens tokens={found.tokens} />}
              </div>
            </div>
          </>
        )
      }}
    </Answer>
  )
}

const People = ({ members }: Pick<Found, 'members'>) => (
  <section class="card">
    <h2>{words.members}</h2>
    <ul class="lines">
      {members.map(({ id, name, role, status, because }) => (
        <li key={id} class="person">
          <Avatar id={id} name={name} size={32} />
          <span class="person-text">
            <a href={memberPath(id)}>{name}</a>
            <Reasons because={because} />
          </span>
          <Badge>{status === 'deactivated' ? words.deactivated : role}</Badge>
        </li>
      ))}
    </ul>
  </section>
)

const Roles = ({ roles }: Pick<Found, 'roles'>) => (
  <section class="card">
    <h2>{words.roles}</h2>
    <ul class="lines">
      {roles.map(({ id, name, holderCount, because }) => (
        <li key={id}>
          <span class="person-text">
            <a href={rolePath(id)}>{name}</a>
            <span class="quiet">{because.text}</span>
          </span>
          <span class="quiet">{words.holders(holderCount)}</span>
        </li>
      ))}
    </ul>
  </section>
)

const Tokens = ({ tokens }: Pick<Found, 'tokens'>) => (
  <section class="card">
    <h2>{words.tokens}</h2>
    <ul class="lines">
      {tokens.map(({ id, name, owner }) => (
        <li key={id}>
          <span>{name}</span>
          <span class="quiet">{words.of(owner.name)}</span>
        </li>
      ))}
    </ul>
  </section>
)
