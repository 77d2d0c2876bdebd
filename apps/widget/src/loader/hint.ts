/**
 * Whether this browser has a conversation on this site, kept with the site: no secret, only a reason to load the panel
 * early and show what is unread. Where storage is blocked there is no hint, and the panel loads when it is opened.
 * Called with a value it is set, without it is read.
 */
export function hint(account: string, kept?: boolean): unknown {
  const key = `rolecall:${account}`
  try {
    if (kept === undefined) return localStorage[key]
    if (kept) localStorage[key] = 1
    else delete localStorage[key]
  } catch {}
  return undefined
}
