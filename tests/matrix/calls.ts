import type { Target } from './line.ts'
import { lines } from './table.ts'

export interface Answer {
  status: number
  text: string
  refusal: { code: string; permission?: string; role?: string } | null
}

/** Makes the call over real HTTP; of an endless answer (a live stream) only the head is read. */
export async function make(
  url: string,
  name: string,
  target: Target,
  headers: Record<string, string>,
): Promise<Answer> {
  const call = lines[name]
  if (!call) throw new Error(`The matrix has no call for ${name}`)
  const input = call.input?.(target)
  const query = call.method === 'GET' && input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  const stop = new AbortController()
  const response = await fetch(url + (call.address ?? `/trpc/${name}`) + query, {
    method: call.method,
    signal: stop.signal,
    headers: { ...headers, ...(call.method === 'POST' ? { 'content-type': 'application/json', origin: url } : {}) },
    ...(call.method === 'POST' ? { body: JSON.stringify(input ?? {}) } : {}),
  })
  const { status } = response
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    stop.abort()
    return { status, text: '', refusal: null }
  }
  const text = await response.text()
  const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null
  return { status, text, refusal: body?.error?.data?.refusal ?? (status >= 400 ? body : null) }
}
