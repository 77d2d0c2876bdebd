import { useLocation } from 'preact-iso'

/** What is asked stands in the address, so that an answer can be passed on. */
export function useAsked(): [Record<string, string>, (change: Record<string, string>) => void] {
  const { query, path, route } = useLocation()
  const set = (change: Record<string, string>) => {
    const asked = Object.entries({ ...query, ...change }).filter(([, value]) => value !== '')
    route(asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path, true)
  }
  return [query, set]
}
