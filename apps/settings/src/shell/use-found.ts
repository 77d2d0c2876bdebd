import { useQuery, useSettled } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import type { Option } from './pick.tsx'

/** What the server finds by the words that are typed, once they stand still; as `Pick` takes it. */
export function useFound(find: (search: string, signal: AbortSignal) => Promise<Option[]>) {
  const [text, setText] = useState('')
  const search = useSettled(text, 200)
  const query = useQuery(search, async (signal) => ({ of: search, options: await find(search, signal) }), {
    keep: true,
  })
  return { options: query.data?.options ?? [], of: query.data?.of, onType: setText }
}
