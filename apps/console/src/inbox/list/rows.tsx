import { Skeleton } from '@rolecall/ui'
import { useRef } from 'preact/hooks'
import { askMore, loadingMore } from '../data/questions.ts'
import { inbox } from '../data/store.ts'
import { type Place, pathOf } from '../place.ts'
import { rowsOf } from '../state/select.ts'
import { rowId } from '../steer.ts'
import { words } from '../words.ts'
import { NoRows } from './no-rows.tsx'
import { ChatLink } from './row.tsx'

/** The chats of the list, further ones as the reader nears the end. One stop for the Tab key; arrows move. */
export function Rows({ place }: { place: Place }) {
  const { chatId } = place
  const list = useRef<HTMLUListElement>(null)
  const rows = rowsOf(inbox.value)
  if (rows.length === 0) return <NoRows place={place} />
  const stop = rows.some(({ chat }) => chat.id === chatId) ? chatId : rows[0]?.chat.id
  const onScroll = (event: Event) => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget as HTMLElement
    if (scrollHeight - scrollTop - clientHeight < 600) void askMore()
  }
  return (
    <ul class="rows" ref={list} onScroll={onScroll} onKeyDown={(event) => moveIn(event, list.current)}>
      {rows.map((row) => (
        <li key={row.chat.id}>
          <ChatLink
            {...row}
            id={rowId(row.chat.id)}
            href={pathOf({ ...place, chatId: row.chat.id })}
            selected={row.chat.id === chatId}
            stop={row.chat.id === stop}
          />
        </li>
      ))}
      {loadingMore.value && (
        <li>
          <Skeleton label={words.list.more} rows={2} />
        </li>
      )}
    </ul>
  )
}

function moveIn(event: KeyboardEvent, list: HTMLElement | null): void {
  const links = [...(list?.querySelectorAll('a') ?? [])]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  const link = to === undefined ? undefined : links[to]
  if (!link) return
  event.preventDefault()
  link.focus()
}
