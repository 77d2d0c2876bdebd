import type { Contact } from '@rolecall/protocol'
import {
  Avatar,
  api,
  Button,
  EmptyState,
  ErrorState,
  IconButton,
  media,
  onLive,
  Skeleton,
  session,
  useQuery,
} from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ContactFacts } from '../contact-facts.tsx'
import { paths } from '../paths.ts'
import { words as common } from '../words.ts'
import { Chats } from './chats.tsx'
import { DeleteContact } from './delete-contact.tsx'
import { EditContact } from './edit-contact.tsx'
import { words } from './words.ts'

/** Both panes are in view; the same limit stands in css/contacts.css. */
const beside = media('(width >= 1000px)')

/** One person: facts, edit, delete, earlier chats. */
export function ContactPane({ contactId, onChange, onGone }: PaneProps) {
  const { route } = useLocation()
  const masks = session.value?.permissions.includes('contacts.details')
  const one = useQuery(`${contactId} ${masks}`, (signal) => api.contacts.get.query({ contactId }, { signal }), {
    keep: true,
  })
  const [editing, setEditing] = useState(false)
  useEffect(
    () =>
      onLive((event) => {
        if ((event.type === 'contact' || event.type === 'contact.gone') && event.contactId === contactId) one.reload()
      }),
    [contactId],
  )
  const pane = useRef<HTMLElement>(null)
  // Where it covers the list, what had the focus is gone.
  useEffect(() => {
    if (!beside.value) pane.current?.focus()
  }, [])
  const back = (
    <IconButton
      icon={beside.value ? 'close' : 'back'}
      label={beside.value ? common.close : words.back}
      onClick={() => route(paths.contacts)}
    />
  )
  const contact = one.data?.contact
  const Name = beside.value ? 'h2' : 'h1'
  const gone = one.failure?.refusal?.code === 'NOT_FOUND'
  return (
    <aside class="pane" aria-label={contact?.name ?? words.title} ref={pane} tabIndex={-1}>
      <header class="pane-head">
        {!beside.value && back}
        <span class="pane-tools">
          {contact && !gone && !editing && (
            <Button size="s" kind="ghost" icon="edit" call="contacts.edit" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          )}
          {contact && !gone && <DeleteContact contact={contact} onGone={onGone} />}
        </span>
        {beside.value && back}
      </header>
      {gone ? (
        <EmptyState icon="contacts" title={words.goneTitle}>
          {words.gone}
        </EmptyState>
      ) : one.failure && !contact ? (
        <ErrorState title={common.failure.title} action={<Button onClick={one.reload}>{common.retry}</Button>}>
          {one.failure.text}
        </ErrorState>
      ) : !contact ? (
        <Skeleton label={words.loading} rows={4} />
      ) : (
        <div class="pane-body">
          <div class="pane-who">
            <Avatar id={contact.id} name={contact.name} size={56} />
            <Name>{contact.name}</Name>
          </div>
          {editing ? (
            <EditContact
              // Who comes to see the details begins anew with them, and with what was written.
              key={String(contact.details !== null)}
              contact={contact}
              onDone={(changed) => {
                setEditing(false)
                pane.current?.focus()
                if (!changed) return
                one.set((data) => ({ ...data, contact: changed }))
                onChange(changed)
              }}
            />
          ) : (
            <ContactFacts contact={contact} />
          )}
          <Chats chats={one.data?.chats ?? []} />
        </div>
      )}
    </aside>
  )
}

interface PaneProps {
  contactId: string
  onChange: (contact: Contact) => void
  onGone: () => void
}
