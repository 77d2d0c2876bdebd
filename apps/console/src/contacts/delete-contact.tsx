import type { Contact } from '@rolecall/protocol'
import { api, Button, Confirm, failureOf, toast } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { words as common } from '../words.ts'
import { words } from './words.ts'

/** Erases a contact with their chats, after asking. */
export function DeleteContact({ contact, onGone }: { contact: Contact; onGone: () => void }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const erase = async () => {
    setBusy(true)
    try {
      await api.contacts.delete.mutate({ contactId: contact.id })
      toast(words.deleted(contact.name), { tone: 'good' })
      onGone()
    } catch (error) {
      toast(failureOf(error).text, { tone: 'bad' })
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <>
      <Button size="s" kind="ghost" icon="trash" call="contacts.delete" onClick={() => setAsking(true)}>
        {words.delete}
      </Button>
      <Confirm
        open={asking}
        title={words.deleteTitle(contact.name)}
        body={words.deleteBody}
        yes={words.deleteYes}
        no={common.cancel}
        call="contacts.delete"
        busy={busy}
        onYes={() => void erase()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
