import type { Contact } from '@rolecall/protocol'
import { api, type Failure, failureOf, onLive, session, useSettled } from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'
import { append, dropped, type Pages, put, renamed } from './pages.ts'

/** What the list knows: the pages read so far, and how the reading goes. */
export interface People extends Pages {
  /** The search that the rows answer. */
  asked: string
  /** Nothing is there to be shown yet. */
  loading: boolean
  /** A further page is on its way. */
  reading: boolean
  failure: Failure | null
  readOn: () => void
  reload: () => void
  put: (contact: Contact) => void
  drop: (contactId: string) => void
}

type State = Omit<People, 'readOn' | 'reload' | 'put' | 'drop'>

const start: State = { rows: [], next: null, total: 0, asked: '', loading: true, reading: false, failure: null }

/** The list for a search: first page at once, further ones as the reader nears the end, changes as they happen. */
export function useContacts(search: string): People {
  const asked = useSettled(search.trim(), 180)
  const [state, setState] = useState(start)
  const [round, setRound] = useState(0)
  // The first page's controller: a further page of an older search is not taken in.
  const current = useRef(new AbortController())
  const rights = sight()

  const read = async (cursor: string | undefined, take: (page: Pages) => (old: State) => State) => {
    const { signal } = current.current
    const failed = (failure: Failure) => (old: State) => ({ ...old, failure, loading: false, reading: false })
    const answer = await api.contacts.list
      .query({ limit: 100, ...(asked && { search: asked }), ...(cursor && { cursor }) }, { signal })
      .then(take, (error) => failed(failureOf(error)))
    if (!signal.aborted) setState(answer)
  }
  const settled = { loading: false, reading: false, failure: null }

  useEffect(() => {
    current.current = new AbortController()
    setState((old) => ({ ...old, failure: null, loading: old.rows.length === 0 }))
    void read(undefined, (page) => () => ({ ...page, ...settled, asked }))
    return () => current.current.abort()
  }, [asked, round, rights])

  useEffect(
    () =>
      onLive((event) => {
        if (event.type === 'contact') setState((old) => renamed(old, event.contactId, event.name))
        if (event.type === 'contact.gone') setState((old) => dropped(old, event.contactId))
        if (event.type === 'resync') setRound((n) => n + 1)
      }),
    [],
  )

  return {
    ...state,
    readOn: () => {
      if (!state.next || state.reading || state.failure) return
      setState((old) => ({ ...old, reading: true }))
      void read(state.next, (page) => (old) => ({ ...append(old, page), ...settled }))
    },
    reload: () => setRound((n) => n + 1),
    put: (contact) => setState((old) => put(old, contact)),
    drop: (contactId) => setState((old) => dropped(old, contactId)),
  }
}

/** Which rows and which of their details this member sees; when it changes the list is read again. */
const sight = () => {
  const { permissions, reach } = session.value ?? {}
  return JSON.stringify([permissions?.filter((name) => name.startsWith('contacts.')), reach])
}
