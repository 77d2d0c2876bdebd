import type { MemberDetail } from '@rolecall/protocol'
import { api, Button, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { GiveAccess } from './giving.ts'
import { words } from './words.ts'

/** What a member holds beside their role, and the way to give more or end it. */
export function Beside({ member }: { member: MemberDetail }) {
  const [giving, setGiving] = useState(false)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{words.extra}</h2>
        {member.manage.may && member.status === 'active' && (
          <Button size="s" call="access.give" hasPopup="dialog" onClick={() => setGiving(true)}>
            {words.give}
          </Button>
        )}
      </div>
      <p class="quiet">{words.extraLead}</p>
      {member.extra.length === 0 ? (
        <p>{words.extraNone}</p>
      ) : (
        <ul class="lines">
          {member.extra.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.permission?.label ?? one.role?.name}</strong>
                <br />
                <span class="quiet">
                  {words.by(one.by)} ·{' '}
                  {one.until ? (
                    <>
                      {words.untilWhen} <When iso={one.until} />
                    </>
                  ) : (
                    words.lengths.ever
                  )}
                </span>
              </span>
              {member.manage.may && (
                <Button
                  size="s"
                  kind="ghost"
                  call="access.end"
                  onClick={() => void attempt(() => api.access.end.mutate({ grantId: one.id }), { text: words.ended })}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {giving && <GiveAccess member={member} onDone={() => setGiving(false)} />}
    </section>
  )
}
