import type { Member } from '@rolecall/protocol'
import { api, useQuery, useSettled } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useTeamNews } from '../data/use-team.ts'
import { type Filters, inputOf } from './filters.ts'

/** The list behind the filters, one page after the other; asked again when somebody changes the team. */
export function useMembers(filters: Filters) {
  const search = useSettled(filters.search, 200)
  const input = inputOf({ ...filters, search })
  const key = JSON.stringify(input)
  const [more, setMore] = useState<{ key: string; rows: Member[]; next: string | null } | null>(null)
  const query = useQuery(
    key,
    async (signal) => {
      const page = await api.team.members.query({ ...input, limit: 50 }, { signal })
      setMore(null)
      return page
    },
    { keep: true },
  )
  useTeamNews(['members', 'departments', 'roles'], query.reload)
  const further = more?.key === key ? more : null
  const next = further ? further.next : (query.data?.next ?? null)
  return {
    query,
    rows: [...(query.data?.rows ?? []), ...(further?.rows ?? [])],
    next,
    async load() {
      if (next === null) return
      const page = await api.team.members.query({ ...input, limit: 50, after: next })
      setMore({ key, rows: [...(further?.rows ?? []), ...page.rows], next: page.next })
    },
  }
}
