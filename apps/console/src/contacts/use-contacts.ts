import { api, onLive, session, usePaging, useSettled } from '@rolecall/ui'
import { useEffect } from 'preact/hooks'
import { dropped, renamed } from './changes.ts'

/** The list for a search: first page at once, further ones as the reader nears the end, changes as they happen. */
export function useContacts(search: string) {
  const asked = useSettled(search.trim(), 180)
  const list = usePaging(`${asked} ${sight()}`, async (cursor, signal) => {
    const input = { limit: 100, ...(asked && { search: asked }), ...(cursor && { cursor }) }
    const page = await api.contacts.list.query(input, { signal })
    // The search that the rows answer, while the next one is on its way.
    return { ...page, asked }
  })
  useEffect(
    () =>
      onLive((event) => {
        if (event.type === 'contact') list.set((old) => renamed(old, event.contactId, event.name))
        if (event.type === 'contact.gone') list.set((old) => dropped(old, event.contactId))
        if (event.type === 'resync') list.reload()
      }),
    [],
  )
  return list
}

export type Contacts = ReturnType<typeof useContacts>

/** Which rows and which of their details this member sees; when it changes the list is read again. */
const sight = () => {
  const { permissions, reach } = session.value ?? {}
  return JSON.stringify([permissions?.filter((name) => name.startsWith('contacts.')), reach])
}
