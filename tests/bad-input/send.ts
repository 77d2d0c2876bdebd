import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export interface Sent {
  method: string
  /** Address after the origin, as it goes over the wire. */
  path: string
  /** A list sends the header once for each entry. */
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends exactly these headers and bytes: fetch would correct, refuse or add some. Of an endless answer only the head is read. */
export function send(url: string, { method, path, headers, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    // Without it, the Host of a request whose headers are a list would be missing.
    const sent = request({ agent, hostname, port, method, path, ...(headers && { headers }) })
    sent.on('response', (response) => {
      const { statusCode: status = 0, headers } = response
      if (headers['content-type']?.startsWith('text/event-stream')) {
        resolve({ status, headers, text: '' })
        sent.destroy()
        return
      }
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status, headers, text: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
