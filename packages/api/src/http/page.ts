import type { IncomingHttpHeaders } from 'node:http'

const longest = 300

/**
 * The page that a request comes from: origin and path, or the origin alone where its browser tells no more. null: a page of
 * no address, or the widget's own frame, which stands in some page that has asked before it.
 */
export function pageOf({ referer, origin }: Pick<IncomingHttpHeaders, 'referer' | 'origin'>): string | null {
  const url = URL.parse(referer ?? origin ?? '')
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname.endsWith('/widget/panel')) return null
  return (url.origin + url.pathname).slice(0, longest)
}
