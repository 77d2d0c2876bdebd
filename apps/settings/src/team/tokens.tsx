import type { MemberDetail } from '@rolecall/protocol'
import { api, Button, Confirm, When } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { words } from './words.ts'

type Token = MemberDetail['tokens'][number]

/** The programs that act for a member: what each may do, what of that works by now, and the way to end it. */
export function Tokens({ member: { tokens, manage } }: { member: MemberDetail }) {
  const [asking, setAsking] = useState<Token | null>(null)
  const revoke = ({ id, name }: Token) => {
    setAsking(null)
    return attempt(() => api.apiTokens.revokeOf.mutate({ tokenId: id }), { text: words.tokenRevoked(name) })
  }
  return (
    <section class="card">
      <h2 class="card-head">{words.tokens}</h2>
      {tokens.length === 0 ? (
        <p>{words.tokensNone}</p>
      ) : (
        <ul class="lines">
          {tokens.map((token) => (
            <li class="token" key={token.id}>
              <span class="who-text">
                <strong class="breaks">{token.name}</strong>
                <span class="quiet">
                  {token.hint} · {words.lastUsed} {token.lastUsedAt ? <When iso={token.lastUsedAt} /> : words.never}
                  {token.until && (
                    <>
                      {' '}
                      · {words.untilWhen} <When iso={token.until} />
                    </>
                  )}
                </span>
                <Rights token={token} />
              </span>
              {manage.may && (
                <Button size="s" call="apiTokens.revokeOf" hasPopup="dialog" onClick={() => setAsking(token)}>
                  {words.tokenRevoke} <span class="visually-hidden">{token.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <Confirm
          open
          title={words.tokenRevokeTitle(asking.name)}
          body={words.tokenRevokeBody}
          yes={words.tokenRevokeYes}
          no={words.cancel}
          call="apiTokens.revokeOf"
          onYes={() => void revoke(asking)}
          onNo={() => setAsking(null)}
        />
      )}
    </section>
  )
}

function Rights({ token: { permissions } }: { token: Token }) {
  const of = (works: boolean) => permissions.filter((one) => one.works === works).map(({ label }) => label)
  const [may, idle] = [of(true), of(false)]
  return (
    <>
      <span>{may.length > 0 ? words.tokenMay(may) : words.tokenNothing}</span>
      {idle.length > 0 && <span class="quiet">{words.tokenIdle(idle)}</span>}
    </>
  )
}
