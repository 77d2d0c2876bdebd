import type { Contact } from '@rolecall/protocol'
import { session } from '@rolecall/ui'
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../data/api.ts'
import { type Failure, failureOf } from '../data/failure.ts'
import { onLive } from '../data/live.ts'
import { append, dropped, type Pages, put, renamed } from './pages.ts'

const none: Pages = { rows: [], next: null, total: 0 }

/** The list for a search: first page at once, further ones as the reader nears the end, changes as they happen. */
export function useContacts(search: string) {
  const asked = useSettled(search.trim(), 180)
  const [pages, setPages] = useState<Pages>(none)
  const [state, setState] = useState<{ loading: boolean; reading: boolean; failure: Failure | null; asked: string }>(
    start,
  )
  const [round, setRound] = useState(0)
  const inFlight = useRef(false)
  // Another scope or mask may hold after a change of role: read again.
  const rights =
    session.value &&
    `${session.value.role.id} ${session.value.permissions.join()} ${JSON.stringify(session.value.scope)}`

  useEffect(() => {
    const stop = new AbortController()
    setState((old) => ({ ...old, failure: null, loading: pages.rows.length === 0 }))
    api.contacts.list.query(page(asked), { signal: stop.signal }).then(
      (first) => {
        if (stop.signal.aborted) return
        setPages(first)
        setState({ loading: false, reading: false, failure: null, asked })
      },
      (error) => !stop.signal.aborted && setState((old) => ({ ...old, loading: false, failure: failureOf(error) })),
    )
    return () => stop.abort()
  }, [asked, round, rights])

  useEffect(
    () =>
      onLive((event) => {
        if (event.type === 'contact') setPages((old) => renamed(old, event.contactId, event.name))
        if (event.type === 'contact.gone') setPages((old) => dropped(old, event.contactId))
        if (event.type === 'resync') setRound((n) => n + 1)
      }),
    [],
  )

  const readOn = () => {
    if (!pages.next || inFlight.current || state.failure) return
    inFlight.current = true
    setState((old) => ({ ...old, reading: true }))
    api.contacts.list
      .query(page(asked, pages.next))
      .then(
        (next) => setPages((old) => append(old, next)),
        (error) => setState((old) => ({ ...old, failure: failureOf(error) })),
      )
      .finally(() => {
        inFlight.current = false
        setState((old) => ({ ...old, reading: false }))
      })
  }
  return {
    ...pages,
    ...state,
    readOn,
    reload: () => setRound((n) => n + 1),
    put: (contact: Contact) => setPages((old) => put(old, contact)),
    drop: (contactId: string) => setPages((old) => dropped(old, contactId)),
  }
}

const start = { loading: true, reading: false, failure: null, asked: '' }

const page = (search: string, cursor?: string) => ({ limit: 100, ...(search && { search }), ...(cursor && { cursor }) })

/** The value once it has been still for `ms`, so that a word is one question and not seven; emptying counts at once. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? ms : 0)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
