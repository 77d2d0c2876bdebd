import { Button, EmptyState, ErrorState, mayCall, NoResults, part, Skeleton, useTitle } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { words as common } from '../words.ts'
import { dropped, put } from './changes.ts'
import { ContactList } from './contact-list.tsx'
import { ContactPane } from './contact-pane.tsx'
import { Head } from './head.tsx'
import { type Contacts as List, useContacts } from './use-contacts.ts'
import { words } from './words.ts'

const Snippet = part(() => import('@rolecall/ui/snippet').then((file) => file.Snippet), null)

/** Everyone who ever wrote: a list that stays fast, and one person beside it. */
export function Contacts() {
  const { contactId } = useRoute().params
  const { route } = useLocation()
  const [search, setSearch] = useState('')
  const list = useContacts(search)
  useTitle(words.title)
  return (
    <div class={`contacts${contactId ? ' has-pane' : ''}`}>
      <section class="contacts-main" aria-labelledby="contacts-title">
        <Head search={search} onSearch={setSearch} total={list.data?.total ?? 0} />
        <ContactBody list={list} selected={contactId} clear={() => setSearch('')} />
      </section>
      {contactId && (
        <ContactPane
          key={contactId}
          contactId={contactId}
          onChange={(contact) => list.set((old) => put(old, contact))}
          onGone={() => {
            list.set((old) => dropped(old, contactId))
            route(paths.contacts)
          }}
        />
      )}
    </div>
  )
}

function ContactBody({ list, selected, clear }: BodyProps) {
  const { data, failure } = list
  if (failure && !data?.rows.length)
    return (
      <ErrorState
        title={common.failure.title}
        action={failure.retry && <Button onClick={list.retry}>{common.retry}</Button>}
      >
        {failure.text}
      </ErrorState>
    )
  if (!data) return <Skeleton label={words.loading} rows={9} />
  if (data.rows.length === 0 && data.asked)
    return (
      <NoResults title={words.noneTitle(data.asked)} action={<Button onClick={clear}>{words.clear}</Button>}>
        {words.none}
      </NoResults>
    )
  if (data.rows.length === 0)
    return (
      <EmptyState icon="contacts" title={words.emptyTitle}>
        <p>{words.empty}</p>
        {mayCall('widget.seen') && <Snippet />}
      </EmptyState>
    )
  return <ContactList list={list} data={data} selected={selected} />
}

interface BodyProps {
  list: List
  selected: string | undefined
  clear: () => void
}
