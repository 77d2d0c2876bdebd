import { api, useQuery } from '@rolecall/ui'
import { Pick } from '../shell/pick.tsx'
import { useFound } from '../shell/use-found.ts'
import { words } from './words.ts'

/** Somebody on the team, by name or email. */
export function PickMember({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const found = useFound(async (search, signal) => {
    const { rows } = await api.team.members.query({ ...(search && { search }), limit: 20 }, { signal })
    return rows.map(({ id, name, email }) => ({ id, label: `${name} (${email})` }))
  })
  const chosen = useQuery(value, async (signal) =>
    value === '' ? null : api.team.member.query({ memberId: value }, { signal }),
  )
  return <Pick label={words.member} value={value} name={chosen.data?.name} {...found} onChange={onChange} />
}
