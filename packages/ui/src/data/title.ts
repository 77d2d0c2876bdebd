import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../words.ts'

/** How much waits to be seen: it stands before the title, whatever page is open. */
export const unseen = signal(0)

/** Names the browser tab after the page. */
export function useTitle(page: string): void {
  const waiting = unseen.value
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${page} · ${words.product}`
  }, [page, waiting])
}
