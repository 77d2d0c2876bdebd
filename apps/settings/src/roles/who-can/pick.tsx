import { api, FieldFrame, Select, useQuery } from '@rolecall/ui'
import { useId } from 'preact/hooks'
import { words } from './words.ts'

/** Every permission there is, by section: the browser's own list, which one can type into. */
export function PickPermission({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const id = useId()
  const query = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  return (
    <FieldFrame id={id} label={words.permission} hideLabel>
      <select id={id} class="input select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {query.data?.map((section) => (
          <optgroup key={section.key} label={section.label}>
            {section.permissions.map(({ name, label }) => (
              <option key={name} value={name} selected={name === value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  )
}

export function PickMember({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const query = useQuery('people', (signal) => api.team.members.query({ limit: 100 }, { signal }))
  return (
    <Select
      label={words.member}
      hideLabel
      value={value}
      options={[
        { value: '', label: words.choose },
        ...(query.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  )
}
