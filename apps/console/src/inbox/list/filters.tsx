import { Icon, Tabs } from '@rolecall/ui'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { inbox, update } from '../data/store.ts'
import { type Place, pathOf } from '../place.ts'
import { show } from '../state/list.ts'
import { words } from '../words.ts'
import { DepartmentMenu } from './department-menu.tsx'

/** Mine, Unassigned or All, with how many; open or closed; a search; one department. */
export function Filters({ place }: { place: Place }) {
  const { route } = useLocation()
  const { counts } = inbox.value
  const tabs = (['mine', 'unassigned', 'all'] as const).map((id) => ({
    id,
    label: words.list[id],
    count: counts?.[id],
    call: 'inbox.list' as const,
  }))
  return (
    <header class="list-head">
      <div class="list-title">
        <h1>{words.title}</h1>
        <Status place={place} />
      </div>
      <div class="list-narrow">
        <Search />
        <DepartmentMenu place={place} />
      </div>
      <Tabs
        name="views"
        label={words.list.views}
        tabs={tabs}
        selected={place.view}
        onSelect={(view) => route(pathOf({ ...place, view, chatId: null }))}
      />
    </header>
  )
}

function Status({ place }: { place: Place }) {
  const { route } = useLocation()
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{words.list.status}</legend>
      {(['open', 'closed'] as const).map((one) => (
        <label key={one} class="segment">
          <input
            type="radio"
            name="status"
            value={one}
            data-call="inbox.list"
            checked={one === place.status}
            onChange={() => route(pathOf({ ...place, status: one, chatId: null }))}
          />
          <span>{words.list[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Asks once the words have stood still, so that a word is one question and not seven. */
function Search() {
  const { search } = inbox.value.list.query
  const [text, setText] = useState(search)
  useEffect(() => setText(search), [search])
  useEffect(() => {
    const wanted = text.trim()
    const timer = setTimeout(() => find(wanted), wanted ? 200 : 0)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span class="list-search">
      <Icon name="search" size={16} />
      <input
        id="inbox-search"
        class="input"
        type="search"
        value={text}
        maxLength={200}
        aria-label={words.list.search}
        aria-keyshortcuts="/"
        placeholder={words.list.search}
        data-call="inbox.list"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = document.querySelector<HTMLAnchorElement>('.rows a')
          const acts: Record<string, () => void> = {
            Escape: () => (text ? setText('') : event.currentTarget.blur()),
            ArrowDown: () => first?.focus(),
            // Of what is found by what stands there, and not before.
            Enter: () => void (text.trim() === search && first?.click()),
          }
          const act = acts[event.key]
          if (!act) return
          event.preventDefault()
          act()
        }}
      />
    </span>
  )
}

/** Shows what matches, in the list that is shown. */
export function find(search: string): void {
  const { query } = inbox.peek().list
  if (search !== query.search) update((state) => show(state, { ...query, search }))
}
