import { useEffect } from 'preact/hooks'
import { words } from '../words.ts'

/** Names the browser tab after the page. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · ${words.product}`
  }, [page])
}
