/** Where `?to=` of the door leads after signing in: a page of this site's apps, or null. Never another origin. */
export function destination(search: string): string | null {
  const to = new URLSearchParams(search).get('to')
  // An address is read as the browser will read it: `/settings/..//evil.example` is none of ours.
  if (!to || !URL.canParse(to, here)) return null
  const { origin, pathname, href } = new URL(to, here)
  const ours = origin === here && /^\/(settings|console)\//.test(to) && /^\/(settings|console)\//.test(pathname)
  return ours ? href.slice(here.length) : null
}

const here = 'https://here.invalid'
