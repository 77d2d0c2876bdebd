import './effects.css'
import type { Can, Effect } from '@rolecall/protocol'
import { Avatar, Icon } from '@rolecall/ui'
import { roleWords as words } from './role-words.ts'

type Person = Effect['members'][number]

/** How many people's changes are open at once; of more, and of "everything", one opens those one wants to read. */
const open = 2

/** What each of these people gains and loses, by name, section by section; then the programs that act for them. */
export function Effects({ effect: { members, tokens, raises }, to }: { effect: Effect; to: string }) {
  const changing = members.filter(({ why }) => why === null)
  return (
    <>
      {changing.map((one) => (
        <details class="effect" key={one.id} open={!raises && changing.length <= open}>
          <summary>
            <Avatar id={one.id} name={one.name} size={24} />
            <span class="effect-who">
              <strong>{one.name}</strong>
              <span class="quiet">{words.from(one.from, to)}</span>
            </span>
            <span class="quiet">{short(one)}</span>
          </summary>
          <Moves one={one} />
        </details>
      ))}
      {tokens.length > 0 && (
        <section class="effect-tokens">
          <h3>{words.tokens}</h3>
          {tokens.map((token) => (
            <div class="effect" key={token.id}>
              <strong>{words.tokenOf(token.name, token.owner)}</strong>
              <Moves one={token} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

/** For whoever does not open it. */
const short = ({ gains, loses }: Person): string =>
  [
    ...(loses.length > 0 ? [words.losesShort(loses.length)] : []),
    ...(gains.length > 0 ? [words.gainsShort(gains.length)] : []),
  ].join(', ')

function Moves({ one }: { one: { gains: Can[]; loses: Can[] } & Partial<Pick<Person, 'sees' | 'active'>> }) {
  const { gains, loses, sees, active = true } = one
  return (
    <div class="effect-moves">
      {loses.length > 0 && <Side kind="loses" some={loses} />}
      {gains.length > 0 && <Side kind="gains" some={gains} />}
      {sees && <p>{words.sees(sees)}</p>}
      {gains.length + loses.length === 0 && !sees && <p>{words.alike}</p>}
      {!active && <p>{words.away}</p>}
    </div>
  )
}

/** A colour and a sign and a word: none of them alone. */
const Side = ({ kind, some }: { kind: 'gains' | 'loses'; some: readonly Can[] }) => (
  <div class={`effect-side is-${kind}`}>
    <p>
      <Icon name={kind === 'gains' ? 'plus' : 'minus'} size={16} />
      {words[kind](some.length)}
    </p>
    <dl>
      {[...Map.groupBy(some, ({ section }) => section)].map(([section, all]) => (
        <div key={section}>
          <dt>{section}</dt>
          <dd>{all.map(({ label }) => label).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  </div>
)
