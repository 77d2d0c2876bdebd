/**
 * What this site remembers of its visitor's conversation, no secret: '1', there is one, a reason to load the panel early and
 * show what is unread; '0', it is to be forgotten, and the panel has not said yet that it has. Where storage is blocked there
 * is no hint, and the panel loads when it is opened. Called with a value it is set ('' is as if there were none), without it is read.
 */
export function hint(account: string, value?: '1' | '0' | ''): string | undefined {
  const key = `rolecall:${account}`
  try {
    if (value !== undefined) localStorage[key] = value
    return localStorage[key]
  } catch {}
  return undefined
}
