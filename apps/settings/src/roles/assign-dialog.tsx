import type { Member, RoleDetail, RoleSummary } from '@rolecall/protocol'
import { api, Button, Dialog, SearchField, Tick, useQuery, useSettled } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { assignWords as words } from './assign-words.ts'
import { Lines } from './review-dialog.tsx'
import type { Rules } from './rules.ts'
import { quoted } from './say.ts'

/** Gives a role to people from its own page, once it was read what each of them gains and loses. */
export function AssignDialog({ role, others, rules, onDone }: Props) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly Member[]>([])
  const [busy, setBusy] = useState(false)
  const asked = useSettled(search, 250).trim()
  const query = useQuery(
    asked,
    (signal) => api.team.members.query({ ...(asked && { search: asked }), limit: 20 }, { signal }),
    { keep: true },
  )
  const found = (query.data?.rows ?? []).filter((one) => one.role.id !== role.id)
  const tick = (member: Member, on: boolean) =>
    setChosen([...chosen.filter(({ id }) => id !== member.id), ...(on ? [member] : [])])
  const give = async () => {
    setBusy(true)
    const memberIds = chosen.map(({ id }) => id)
    const done = await attempt(() => api.team.setRoles.mutate({ memberIds, roleId: role.id }), {
      text: words.given(chosen.length, role.name),
    })
    setBusy(false)
    if (done) onDone()
  }
  return (
    <Dialog
      open
      title={words.title(role.name)}
      closeLabel={words.close}
      onClose={onDone}
      footer={
        <>
          <Button onClick={onDone}>{words.cancel}</Button>
          <Button
            kind="primary"
            call="team.setRoles"
            busy={busy}
            notNow={chosen.length === 0 ? words.chooseFirst : undefined}
            onClick={give}
          >
            {words.give}
          </Button>
        </>
      }
    >
      <SearchField label={words.search} value={search} clearLabel={words.clear} onInput={setSearch} />
      <ul class="role-ticks">
        {found.map((one) => (
          <li key={one.id}>
            <Tick
              label={one.name}
              description={one.role.name}
              checked={chosen.some(({ id }) => id === one.id)}
              notNow={one.manage.may ? undefined : (one.manage.why ?? undefined)}
              onChange={(on) => tick(one, on)}
            />
          </li>
        ))}
      </ul>
      <div role="status">
        {query.data && found.length === 0 && <p>{words.none}</p>}
        {chosen.length > 0 && (
          <>
            <h3 class="role-h3">{words.means}</h3>
            <Lines lines={chosen.map((one) => meansFor(one, role, others, rules))} />
          </>
        )}
      </div>
    </Dialog>
  )
}

/** "Ana, Agent until now: gains “…”; loses “…”". What they have beside their role stays. */
function meansFor(member: Member, role: RoleDetail, others: readonly RoleSummary[], rules: Rules): string {
  const had = others.find(({ id }) => id === member.role.id)?.grants ?? []
  const gains = role.grants.filter((name) => !had.includes(name))
  const loses = had.filter((name) => !role.grants.includes(name))
  const parts = [
    ...(gains.length > 0 ? [words.gains(quoted(gains, rules, 6))] : []),
    ...(loses.length > 0 ? [words.loses(quoted(loses, rules, 6))] : []),
  ]
  return `${words.until(member.name, member.role.name)}: ${parts.length > 0 ? parts.join('; ') : words.same}`
}

interface Props {
  role: RoleDetail
  /** The other roles. */
  others: readonly RoleSummary[]
  rules: Rules
  onDone: () => void
}
