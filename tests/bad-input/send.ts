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
export function send(url: string, what: Sent): Promise<Got> {
  const { method, path, body } = what
  const headers = { ...what.headers }
  // node:http leaves the length away where a method usually has no body.
  if (body !== undefined && !headers['transfer-encoding']) headers['content-length'] = Buffer.byteLength(body)
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = request({ agent, hostname, port, method, path, headers })
    let answered = false
    sent.on('response', (response) => {
      answered = true
      const { statusCode: status = 0, headers } = response
      if (headers['content-type']?.startsWith('text/event-stream')) {
        resolve({ status, headers, text: '' })
        sent.destroy()
        return
      }
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status, headers, text: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (answered) return
      // The server may close an idle connection just as it is used again: node:http leaves trying again to its user.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, what))
      else reject(error)
    })
    sent.end(body)
  })
}
