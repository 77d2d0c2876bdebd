import { root as here } from '@rolecall/ui/root'

/** Where `?to=` of the door leads after signing in: a page of this installation's apps, or null. Never another origin. */
export function destination(search: string, root = here): string | null {
  const to = new URLSearchParams(search).get('to')
  // An address is read as the browser will read it: `/settings/..//evil.example` is none of ours.
  if (!to || !URL.canParse(to, nowhere)) return null
  const { origin, pathname, href } = new URL(to, nowhere)
  const ours = (path: string) => path.startsWith(root) && /^\/(settings|console)\//.test(path.slice(root.length))
  return origin === nowhere && ours(to) && ours(pathname) ? href.slice(nowhere.length) : null
}

const nowhere = 'https://here.invalid'
