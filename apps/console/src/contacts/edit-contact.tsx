import type { Contact } from '@rolecall/protocol'
import { api, Banner, Begun, Button, Field, failureOf, toast, useTyped } from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'
import { words as common } from '../words.ts'
import { changes, draftOf } from './draft.ts'
import { words } from './words.ts'

/** The form of one contact. Only what changed is sent; a refusal stands at its field and the draft stays. */
export function EditContact({ contact, onDone }: { contact: Contact; onDone: (changed: Contact | null) => void }) {
  const typed = useTyped(`contact.${contact.id}`, { ...draftOf(contact) })
  const { value: draft, on } = typed
  // Of what others changed meanwhile nothing is put back.
  const [began] = useState(contact)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<{ text: string; fields: Record<string, string> } | null>(null)
  const first = useRef<HTMLInputElement>(null)
  // The button that led here is gone, and the focus with it.
  useEffect(() => first.current?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!draft.name.trim()) return setWrong({ text: '', fields: { name: words.nameMissing } })
    const change = changes(began, draft)
    if (Object.keys(change).length === 0) {
      typed.drop()
      return onDone(null)
    }
    setBusy(true)
    try {
      const saved = await api.contacts.edit.mutate({ contactId: contact.id, ...change })
      typed.drop()
      toast(words.saved, { tone: 'good' })
      onDone(saved)
    } catch (error) {
      const { text, refusal } = failureOf(error)
      const fields = Object.fromEntries(
        refusal?.fields?.map((field) => [field.path.split('.')[0], field.message]) ?? [],
      )
      setWrong({ text, fields })
      setBusy(false)
    }
  }
  return (
    <form class="edit" onSubmit={(event) => void submit(event)}>
      {wrong?.text && (
        <Banner tone="bad" icon="alert">
          {wrong.text}
        </Banner>
      )}
      <Begun typed={typed} />
      <Field
        inputRef={first}
        label={words.name}
        value={draft.name}
        onInput={on('name')}
        required
        maxLength={200}
        error={wrong?.fields.name}
      />
      {contact.details && (
        <>
          <Field
            label={common.facts.email}
            type="email"
            value={draft.email}
            onInput={on('email')}
            maxLength={254}
            error={wrong?.fields.email}
          />
          <Field
            label={common.facts.phone}
            type="tel"
            value={draft.phone}
            onInput={on('phone')}
            maxLength={50}
            error={wrong?.fields.phone}
          />
        </>
      )}
      <Field
        label={common.facts.tags}
        hint={words.tagsHint}
        value={draft.tags}
        onInput={on('tags')}
        error={wrong?.fields.tags}
      />
      <div class="edit-foot">
        <Button onClick={() => onDone(null)}>{common.cancel}</Button>
        <Button type="submit" kind="primary" call="contacts.edit" busy={busy}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}
