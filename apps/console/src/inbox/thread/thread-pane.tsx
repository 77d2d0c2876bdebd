import { Button, EmptyState, ErrorState, IconButton, Kbd, narrow, Skeleton } from '@rolecall/ui'
import { useLocation } from 'preact-iso'
import { words as shared } from '../../words.ts'
import { Composer } from '../composer/composer.tsx'
import { failure } from '../data/questions.ts'
import { inbox, update } from '../data/store.ts'
import { type Place, pathOf } from '../place.ts'
import { rowOf } from '../state/select.ts'
import { open } from '../state/thread.ts'
import { words } from '../words.ts'
import { Head } from './head.tsx'
import { Log } from './log.tsx'

/** Middle: the open chat. */
export function ThreadPane({ place }: { place: Place }) {
  const { chatId } = place
  const back = pathOf({ ...place, chatId: null })
  if (!chatId) return <section class="thread is-empty">{!narrow.value && <Pick />}</section>
  const thread = inbox.value.threads[chatId]
  const row = rowOf(inbox.value, chatId)
  if (thread?.load === 'gone' || thread?.load === 'error')
    return (
      <section class="thread is-empty">
        <Bar back={back} />
        {thread.load === 'gone' ? <Gone back={back} /> : <Failed chatId={chatId} />}
      </section>
    )
  return (
    <section class="thread" aria-label={row ? words.thread.label(row.chat.contact.name) : words.thread.loading}>
      {row ? <Head {...row} place={place} /> : <Bar back={back} />}
      {row && thread?.load === 'ready' ? (
        <>
          <Log key={chatId} chat={row.chat} thread={thread} />
          <Composer key={`composer ${chatId}`} chat={row.chat} />
        </>
      ) : (
        <Skeleton label={words.thread.loading} rows={5} />
      )}
    </section>
  )
}

/** On a phone: the way back, where there is no head yet. */
function Bar({ back }: { back: string }) {
  const { route } = useLocation()
  if (!narrow.value) return null
  return (
    <header class="thread-head">
      <IconButton icon="back" label={words.thread.back} onClick={() => route(back)} />
    </header>
  )
}

const Pick = () => (
  <EmptyState icon="chat" title={words.thread.pickTitle}>
    <p>{words.thread.pick}</p>
    <p class="thread-hint">
      <Kbd keys="j" /> {words.thread.next} <Kbd keys="k" /> {words.thread.previous}
    </p>
  </EmptyState>
)

const Gone = ({ back }: { back: string }) => (
  <EmptyState
    icon="chat"
    title={words.thread.goneTitle}
    action={
      <a class="button button-secondary button-m" href={back}>
        {words.thread.goneAction}
      </a>
    }
  >
    {words.thread.gone}
  </EmptyState>
)

const Failed = ({ chatId }: { chatId: string }) => (
  <ErrorState
    title={words.thread.errorTitle}
    action={<Button onClick={() => update((state) => open(state, chatId))}>{shared.retry}</Button>}
  >
    {failure.value?.text}
  </ErrorState>
)
