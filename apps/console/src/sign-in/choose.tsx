import type { Place } from '@rolecall/protocol'
import { enterAs, Icon, signIn, toast } from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'

/** The accounts of whoever works in several, each a button with the role there. The first has the focus. */
export function Choose({ places, pick }: { places: Place[]; pick: (memberId: string) => ReturnType<typeof signIn> }) {
  const [busy, setBusy] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const choose = async (memberId: string) => {
    if (busy) return
    setBusy(true)
    const answer = await pick(memberId)
    if (answer.ok) await enterAs(location.href)
    else if ('text' in answer) toast(answer.text, { tone: 'bad' })
    setBusy(false)
  }
  return (
    <ul class="door-places" ref={list} aria-busy={busy}>
      {places.map(({ memberId, account, role }) => (
        <li key={memberId}>
          <button type="button" class="door-place" onClick={() => void choose(memberId)}>
            <span class="door-place-name">{account}</span>
            <span class="door-place-role">{role}</span>
            <Icon name="chevron-right" size={16} />
          </button>
        </li>
      ))}
    </ul>
  )
}
