import type { ChatRow } from '@rolecall/protocol'
import { api, date, mayCall, useQuery } from '@rolecall/ui'
import { type Option, Pick } from '../shell/pick.tsx'
import { useFound } from '../shell/use-found.ts'
import { words } from './words.ts'

/** A contact, or one chat: found by the contact's name or by words in the chat, among those that one sees oneself. */
export function PickPlace({ contact, chat, onChange }: Props) {
  const found = useFound(async (search, signal) => {
    const [contacts, open, closed] = await Promise.all([
      contactsOf(search, signal),
      chatsOf('open', search, signal),
      chatsOf('closed', search, signal),
    ])
    return [...contacts, ...open, ...closed]
  })
  const chosen = useQuery(`${contact} ${chat}`, (signal) => nameOf(contact, chat, signal))
  const value = chat !== '' ? `chat ${chat}` : contact !== '' ? `contact ${contact}` : ''
  const change = (id: string) => {
    const [kind, one = ''] = id.split(' ')
    onChange({ contact: kind === 'contact' ? one : '', chat: kind === 'chat' ? one : '' })
  }
  return <Pick label={words.place} value={value} name={chosen.data ?? undefined} {...found} onChange={change} />
}

const most = 10

async function contactsOf(search: string, signal: AbortSignal): Promise<Option[]> {
  if (!mayCall('contacts.list')) return []
  const { rows } = await api.contacts.list.query({ search, limit: most }, { signal })
  return rows.map(({ id, name, details }) => ({
    id: `contact ${id}`,
    label: details?.email ? `${name} (${details.email})` : name,
  }))
}

async function chatsOf(status: 'open' | 'closed', search: string, signal: AbortSignal): Promise<Option[]> {
  if (!mayCall('inbox.list') || search === '') return []
  const { rows } = await api.inbox.list.query({ view: 'all', status, search, limit: most }, { signal })
  return rows.map((row) => ({
    id: `chat ${row.id}`,
    label: words.chatOf(row.contact.name, date(row.activeAt), textOf(row)),
  }))
}

const textOf = ({ preview, lastSeq }: ChatRow): string => preview?.body.slice(0, 60) ?? words.messages(lastSeq)

/** What an address that was passed on is about. */
async function nameOf(contactId: string, chatId: string, signal: AbortSignal): Promise<string | null> {
  if (chatId !== '' && mayCall('inbox.thread')) {
    const { chat } = await api.inbox.thread.query({ chatId, limit: 1 }, { signal })
    return words.chatOf(chat.contact.name, date(chat.activeAt), chat.preview?.body.slice(0, 60) ?? '')
  }
  if (contactId === '' || !mayCall('contacts.get')) return null
  return (await api.contacts.get.query({ contactId }, { signal })).contact.name
}

interface Props {
  /** Ids; '': none. Not both. */
  contact: string
  chat: string
  onChange: (place: { contact: string; chat: string }) => void
}
