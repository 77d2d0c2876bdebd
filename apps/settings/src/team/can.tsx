import type { MemberDetail, WhatCan } from '@rolecall/protocol'
import { api, Button, Segmented, sayReach, useQuery } from '@rolecall/ui'
import { download } from '@rolecall/ui/download'
import { useState } from 'preact/hooks'
import { useNews } from '../data/use-news.ts'
import { Answer } from '../shell/answer.tsx'
import { Because } from '../shell/because.tsx'
import { GiveAccess } from './giving.ts'
import { words } from './words.ts'

/** What a member can do and what not, section by section, with the reason; and which chats they see. */
export function Can({ member }: { member: MemberDetail }) {
  const { id: memberId } = member
  const query = useQuery(memberId, (signal) => api.roles.whatCan.query({ memberId }, { signal }))
  useNews(['members', 'roles', 'departments'], query.reload)
  const [side, setSide] = useState<'can' | 'cannot'>('can')
  const [giving, setGiving] = useState<string | null>(null)
  const all = query.data?.permissions ?? []
  const count = all.filter(({ allowed }) => allowed).length
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.can}</h2>
        <Button
          size="s"
          kind="ghost"
          icon="download"
          call="roles.accessCsv"
          onClick={() => void download(`/access.csv?member=${memberId}`)}
        >
          {words.csv}
        </Button>
      </div>
      <Answer query={query}>
        {({ permissions, reach }) => (
          <>
            <p>{words.sees(sayReach(reach))}</p>
            <Segmented
              label={words.can}
              hideLabel
              value={side}
              options={[
                { value: 'can', label: words.canCount(count) },
                { value: 'cannot', label: words.cannotCount(all.length - count) },
              ]}
              onChange={setSide}
            />
            {sections(permissions, side === 'can').map(([name, some]) => (
              <div class="can" key={name}>
                <h3>{name}</h3>
                <ul>
                  {some.map((line) => (
                    <li key={line.name}>
                      <span class="can-text">
                        {line.label}
                        <span class="quiet">
                          {line.allowed ? <Because because={line.because} /> : words.notIn(member.role.name)}
                        </span>
                      </span>
                      {!line.allowed && line.give?.may && (
                        <Button size="s" call="access.give" hasPopup="dialog" onClick={() => setGiving(line.name)}>
                          {words.giveThis} <span class="visually-hidden">{line.label}</span>
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </>
        )}
      </Answer>
      {giving && <GiveAccess member={member} permission={giving} onDone={() => setGiving(null)} />}
    </section>
  )
}

type Line = WhatCan['permissions'][number]

const sections = (permissions: readonly Line[], allowed: boolean): [string, Line[]][] => [
  ...Map.groupBy(
    permissions.filter((one) => one.allowed === allowed),
    ({ section }) => section,
  ),
]
