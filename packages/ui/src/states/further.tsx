import type { Paging } from '../data/paging.ts'
import { Button } from '../parts/button.tsx'
import { Spinner } from '../parts/spinner.tsx'
import { words } from '../words.ts'

/** The end of a list that is read page by page. With a `label` the reader asks for more; without, the list does itself. */
export function Further({ list, label }: { list: Omit<Paging<{ next: string | null }>, 'set'>; label?: string }) {
  if (list.failure)
    return (
      <div class="further" role="alert">
        {list.failure.text}
        <Button size="s" onClick={list.retry}>
          {words.retry}
        </Button>
      </div>
    )
  if (label)
    return list.data?.next ? (
      <Button size="s" busy={list.reading} onClick={list.readOn}>
        {label}
      </Button>
    ) : null
  return list.reading ? (
    <div class="further" role="status">
      <Spinner /> {words.loading}
    </div>
  ) : null
}
