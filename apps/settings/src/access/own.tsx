import './own.css'
import type { AccessRequest, WhatCan } from '@rolecall/protocol'
import {
  api,
  Badge,
  Button,
  Dialog,
  holds,
  Icon,
  NoResults,
  RequestAccess,
  SearchField,
  sayReach,
  session,
  useQuery,
} from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { Answer } from '../shell/answer.tsx'
import { Because } from '../shell/because.tsx'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

type Line = WhatCan['permissions'][number]

/** Everything that there is to be allowed, in words: what one may do and why, and the way to ask for the rest. */
export function OwnAccess() {
  // The server tells of changed rights and of answers alike, so the session's newest event is what both are asked anew by.
  const event = session.value?.event
  const query = useQuery(`own access ${event}`, (signal) => api.roles.own.query(undefined, { signal }), { keep: true })
  const asked = useQuery(`own requests ${event}`, (signal) => api.access.mine.query(undefined, { signal }), {
    keep: true,
  })
  const [search, setSearch] = useState('')
  const [asking, setAsking] = useState<Line | null>(null)
  const close = () => {
    setAsking(null)
    asked.reload()
  }
  return (
    <Page title={words.ownTitle} lead={session.value ? words.ownLead(session.value.role.name) : ''}>
      <Answer query={query}>
        {({ permissions, reach }) => {
          const found = permissions.filter(({ label, name, section }) => fits(search, label, name, section))
          const may = permissions.filter(({ allowed }) => allowed).length
          return (
            <>
              <p class="own-sum">
                {words.ownSum(may, permissions.length)}{' '}
                {holds('inbox.view') && words.ownReach(sayReach(reach, 'yours'))}
              </p>
              <SearchField label={words.ownSearch} clearLabel={words.clear} value={search} onInput={setSearch} />
              {found.length === 0 ? (
                <NoResults
                  title={words.ownNone}
                  action={<Button onClick={() => setSearch('')}>{words.clear}</Button>}
                />
              ) : (
                [...Map.groupBy(found, ({ section }) => section)].map(([section, lines]) => (
                  <Section key={section} name={section} lines={lines} asked={asked.data ?? []} onAsk={setAsking} />
                ))
              )}
            </>
          )
        }}
      </Answer>
      {asking && <Ask line={asking} onDone={close} />}
    </Page>
  )
}

const fits = (search: string, ...texts: string[]) => {
  const wanted = search.trim().toLowerCase()
  return texts.some((text) => text.toLowerCase().includes(wanted))
}

function Section({ name, lines, asked, onAsk }: SectionProps) {
  return (
    <section class="card own">
      <h2>{name}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.name} class={line.allowed ? undefined : 'is-missing'}>
            <Icon name={line.allowed ? 'check' : 'lock'} size={16} />
            <span class="own-text">
              <span class="visually-hidden">{line.allowed ? words.ownMay : words.ownMayNot} </span>
              {line.label}
              <span class="quiet">
                <Because because={line.because} />
              </span>
            </span>
            {!line.allowed && <Request line={line} asked={asked} onAsk={onAsk} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SectionProps {
  name: string
  lines: readonly Line[]
  asked: readonly AccessRequest[]
  onAsk: (line: Line) => void
}

function Request({ line, asked, onAsk }: { line: Line } & Pick<SectionProps, 'asked' | 'onAsk'>) {
  // Newest first: what became of the last one counts.
  const last = asked.find(({ permission }) => permission.name === line.name)
  return (
    <span class="own-ask">
      {last?.status === 'open' && <Badge tone="accent">{words.ownAsked}</Badge>}
      {last?.status === 'refused' && <Badge tone="warn">{words.state.refused}</Badge>}
      {!session.value?.preview && (
        <Button size="s" call="access.request" hasPopup="dialog" onClick={() => onAsk(line)}>
          {last?.status === 'open' ? words.ownLook : words.ownRequest} <span class="visually-hidden">{line.label}</span>
        </Button>
      )}
    </span>
  )
}

/** Who could give it, and the request itself. */
function Ask({ line: { name, label }, onDone }: { line: Line; onDone: () => void }) {
  const why = useQuery(`why ${name}`, (signal) => api.session.why.query({ permission: name }, { signal }))
  const names = why.data?.granters.map((one) => one.name) ?? []
  const helps = names.length > 0 ? words.ownGranters(names) : words.ownNobody
  return (
    <Dialog open title={words.ownAskTitle(label)} closeLabel={words.close} onClose={onDone}>
      <Answer query={why}>
        {() => (
          <div class="stack">
            <p>{helps}</p>
            <RequestAccess permission={name} helps="" />
          </div>
        )}
      </Answer>
    </Dialog>
  )
}
