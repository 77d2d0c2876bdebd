import { api, matching, useQuery } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { Pick } from '../shell/pick.tsx'
import { words } from './words.ts'

/** A permission, by the words of its sentence and of its section. */
export function PickPermission({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const [text, setText] = useState('')
  const query = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  const all = (query.data ?? []).flatMap((section) =>
    section.permissions.map(({ name, label }) => ({ id: name, label: `${section.label}: ${label}` })),
  )
  return (
    <Pick
      label={words.permission}
      value={value}
      name={all.find(({ id }) => id === value)?.label}
      options={matching(all, text)}
      of={text}
      onType={setText}
      onChange={onChange}
    />
  )
}
