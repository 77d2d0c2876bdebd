import type { Member, RoleDetail } from '@rolecall/protocol'
import { api, Button, Dialog, Notice, SearchField, Tick, useQuery, useSettled } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { attempt } from '../data/attempt.ts'
import { Effects } from '../team/effects.tsx'
import { isTyped, TypeWord } from '../team/type-word.tsx'
import { assignWords as words } from './assign-words.ts'

/** Gives a role to people from its own page, once it was read what each of them gains and loses. */
export function AssignDialog({ role, onDone }: { role: RoleDetail; onDone: () => void }) {
  const [chosen, setChosen] = useState<readonly Member[]>([])
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const memberIds = chosen.map(({ id }) => id)
  const query = useQuery(memberIds.join(), async (signal) =>
    memberIds.length === 0 ? null : api.team.roleEffect.query({ memberIds, roleId: role.id }, { signal }),
  )
  const effect = query.data
  const refused = effect?.members.filter(({ why }) => why !== null) ?? []
  const give = async () => {
    setBusy(true)
    const changes = chosen.map((one) => ({ memberId: one.id, roleId: role.id, from: one.role.id }))
    const done = await attempt(() => api.team.setRoles.mutate({ changes }), {
      text: words.given(chosen.length, role.name),
    })
    setBusy(false)
    if (done) onDone()
  }
  const untyped = effect?.raises && !isTyped(typed) ? words.typeFirst : undefined
  return (
    <Dialog
      open
      title={words.title(role.name)}
      closeLabel={words.close}
      onClose={onDone}
      footer={
        <>
          <Button onClick={onDone}>{words.cancel}</Button>
          {refused.length === 0 && (
            <Button
              kind="primary"
              call="team.setRoles"
              busy={busy}
              notNow={effect ? untyped : words.chooseFirst}
              onClick={give}
            >
              {words.give}
            </Button>
          )}
        </>
      }
    >
      <Choose role={role} chosen={chosen} onChoose={setChosen} />
      <div class="stack" role="status">
        {query.failure && <Notice tone="bad">{query.failure.text}</Notice>}
        {refused.map(({ id, name, why }) => (
          <Notice key={id} tone="bad" title={name}>
            {why}
          </Notice>
        ))}
        {effect && (
          <>
            <h3 class="role-h3">{words.means}</h3>
            <Effects effect={effect} to={role.name} />
          </>
        )}
      </div>
      {effect?.raises && refused.length === 0 && <TypeWord typed={typed} onInput={setTyped} />}
    </Dialog>
  )
}

interface ChooseProps {
  role: RoleDetail
  chosen: readonly Member[]
  onChoose: (chosen: readonly Member[]) => void
}

/** Those who are found, and who may be managed; whoever holds the role already is not among them. */
function Choose({ role, chosen, onChoose }: ChooseProps) {
  const [search, setSearch] = useState('')
  const asked = useSettled(search, 250).trim()
  const query = useQuery(
    asked,
    (signal) => api.team.members.query({ ...(asked && { search: asked }), limit: 20 }, { signal }),
    { keep: true },
  )
  const found = (query.data?.rows ?? []).filter((one) => one.role.id !== role.id)
  const tick = (member: Member, on: boolean) =>
    onChoose([...chosen.filter(({ id }) => id !== member.id), ...(on ? [member] : [])])
  return (
    <>
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
      {query.data && found.length === 0 && <p role="status">{words.none}</p>}
    </>
  )
}
