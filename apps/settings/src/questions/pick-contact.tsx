import { api, FieldFrame, useQuery, useSettled } from '@rolecall/ui'
import { useId, useState } from 'preact/hooks'
import { words } from './words.ts'

/** A contact by name, from the browser's own list of what the server found. */
export function PickContact({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const search = useSettled(typed ?? '', 200)
  const query = useQuery(search, (signal) => api.contacts.list.query({ search, limit: 20 }, { signal }), { keep: true })
  const chosen = useQuery(`contact ${value}`, async (signal) =>
    value === '' ? null : api.contacts.get.query({ contactId: value }, { signal }),
  )
  const options = (query.data?.rows ?? []).map((one) => ({ id: one.id, text: named(one) }))
  const type = (text: string) => {
    setTyped(text)
    const found = options.find((one) => one.text === text)
    if (found) onChange(found.id)
  }
  return (
    <FieldFrame id={id} label={words.contact} hideLabel>
      <input
        id={id}
        class="input"
        type="text"
        list={`${id}-contacts`}
        placeholder={words.contact}
        value={typed ?? chosen.data?.contact.name ?? ''}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <datalist id={`${id}-contacts`}>
        {options.map((one) => (
          <option key={one.id} value={one.text} />
        ))}
      </datalist>
    </FieldFrame>
  )
}

/** Told apart by their address, where one sees it. */
const named = ({ name, email }: { name: string; email?: string | null }): string =>
  email ? `${name} (${email})` : name
