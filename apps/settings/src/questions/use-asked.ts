import { useLocation } from 'preact-iso'

/** What is asked stands in the address, so that an answer can be passed on. */
export function useAsked(): [Record<string, string>, (change: Record<string, string>) => void] {
  const { query, path, route } = useLocation()
  const set = (change: Record<string, string>) => {
    // As it stands now, not as it was drawn: of two that come before the next drawing both count.
    const now = Object.fromEntries(new URLSearchParams(location.search))
    const asked = Object.entries({ ...now, ...change }).filter(([, value]) => value !== '')
    route(asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path, true)
  }
  return [query, set]
}
