import type { Refusal } from '@rolecall/protocol'

/** What came back over HTTP: the data, or our refusal. */
export interface Answer<T = unknown> {
  status: number
  data: T
  refusal: Refusal
  headers: Headers
  body: unknown
}

export interface Calls {
  get<T = unknown>(path: string, input?: unknown): Promise<Answer<T>>
  post<T = unknown>(path: string, input?: unknown): Promise<Answer<T>>
}

/** Calls procedures over real HTTP, as `headers` say. The Origin is our own unless they say otherwise. */
export function callOf(url: string, headers: Record<string, string>): Calls {
  const send = async <T>(address: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(address, init)
    const text = await response.text()
    const body = text === '' ? undefined : JSON.parse(text)
    const { status } = response
    return { status, data: body?.result?.data, refusal: body?.error?.data?.refusal, headers: response.headers, body }
  }
  return {
    get: (path, input) => {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
      return send(`${url}/trpc/${path}${query}`, { headers })
    },
    post: (path, input) =>
      send(`${url}/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      }),
  }
}
