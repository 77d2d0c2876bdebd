/**
 * The page a visitor writes from, as agents see it: address and path. What follows is left out, since links that sign
 * people in or reset passwords keep their keys there. null for anything that is not a web page.
 */
export function pageOf(location: string | undefined): string | null {
  const url = location === undefined ? null : URL.parse(location)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return `${url.origin}${url.pathname}`
}
