import { Button, holds, Icon, plural, useShortcuts } from '@rolecall/ui'
import { useMemo, useRef } from 'preact/hooks'
import { exportContacts, exporting } from './export.ts'
import { words } from './words.ts'

/** Title, how many, search, export. */
export function Head({ search, onSearch, total }: { search: string; onSearch: (text: string) => void; total: number }) {
  const field = useRef<HTMLInputElement>(null)
  const keys = useMemo(() => [{ keys: '/', label: words.search, run: () => field.current?.focus() }], [])
  useShortcuts(words.title, keys)
  return (
    <header class="page-head">
      <h1 id="contacts-title">{words.title}</h1>
      <p class="page-count" role="status">
        {total > 0 && plural(total, words.total)}
      </p>
      <span class="search">
        <Icon name="search" size={18} />
        <input
          ref={field}
          class="input"
          type="search"
          value={search}
          maxLength={200}
          aria-label={words.search}
          placeholder={holds('contacts.details') ? words.searchHint : words.searchHintMasked}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </span>
      <Button
        icon="download"
        call="contacts.export"
        busy={exporting.value !== null}
        onClick={() => void exportContacts()}
      >
        {exporting.value ?? words.export}
      </Button>
    </header>
  )
}
