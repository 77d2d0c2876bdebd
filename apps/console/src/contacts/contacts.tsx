import { Button, EmptyState, ErrorState, NoResults, Skeleton, useTitle } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { Snippet } from '../snippet.tsx'
import { words as common } from '../words.ts'
import { ContactList } from './contact-list.tsx'
import { ContactPane } from './contact-pane.tsx'
import { Head } from './head.tsx'
import { type People, useContacts } from './use-contacts.ts'
import { words } from './words.ts'

/** Everyone who ever wrote: a list that stays fast, and one person beside it. */
export function Contacts() {
  const { contactId } = useRoute().params
  const { route } = useLocation()
  const [search, setSearch] = useState('')
  const people = useContacts(search)
  useTitle(words.title)
  return (
    <div class={`contacts${contactId ? ' has-pane' : ''}`}>
      <section class="contacts-main" aria-labelledby="contacts-title">
        <Head search={search} onSearch={setSearch} total={people.total} />
        <ContactBody people={people} selected={contactId} clear={() => setSearch('')} />
      </section>
      {contactId && (
        <ContactPane
          key={contactId}
          contactId={contactId}
          onChange={people.put}
          onGone={() => {
            people.drop(contactId)
            route(paths.contacts)
          }}
        />
      )}
    </div>
  )
}

function ContactBody({ people, selected, clear }: BodyProps) {
  if (people.failure && people.rows.length === 0)
    return (
      <ErrorState
        title={common.failure.title}
        action={people.failure.retry && <Button onClick={people.reload}>{common.retry}</Button>}
      >
        {people.failure.text}
      </ErrorState>
    )
  if (people.loading) return <Skeleton label={words.loading} rows={9} />
  if (people.rows.length === 0 && people.asked)
    return (
      <NoResults title={words.noneTitle(people.asked)} action={<Button onClick={clear}>{words.clear}</Button>}>
        {words.none}
      </NoResults>
    )
  if (people.rows.length === 0)
    return (
      <EmptyState icon="contacts" title={words.emptyTitle}>
        <p>{words.empty}</p>
        <Snippet />
      </EmptyState>
    )
  return <ContactList people={people} selected={selected} />
}

interface BodyProps {
  people: People
  selected: string | undefined
  clear: () => void
}
