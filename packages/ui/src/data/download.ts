import type { Refusal } from '@rolecall/protocol'
import { toast } from '../parts/toast.tsx'
import { root } from '../root.ts'
import { session } from '../session/session.ts'
import { saysWhose } from '../session/whose.ts'
import { words } from '../words.ts'

/** What is said of a download; the page may have its own words for it. */
export interface Says {
  /** While the tab looks through this role. */
  preview: (role: string) => string
  failed: string
  done: (name: string, size: string) => string
}

interface Options {
  /** Of the file, where the server gives it none. */
  name?: string
  says?: Says
  /** Told how much has come. */
  progress?: (size: string) => void
}

/** Fetches a file that the server makes at an address of its own, such as `/contacts.csv`, as it is streamed, and hands it to the browser; a refusal's sentence is said instead. */
export async function download(address: string, options: Options = {}): Promise<void> {
  const { name = 'rolecall.csv', says = words.download, progress } = options
  const preview = session.peek()?.preview
  if (preview) return void toast(says.preview(preview), { tone: 'warn' })
  try {
    const response = await fetch(root + address, { credentials: 'same-origin', headers: saysWhose() })
    if (!response.ok || !response.body) throw new Refused(await sentence(response))
    const parts = await collect(response.body, (size) => progress?.(bytes(size)))
    const type = response.headers.get('content-type') ?? 'text/csv'
    saveFile(new Blob(parts, { type }), fileName(response.headers.get('content-disposition'), name), says)
  } catch (error) {
    const text = (error instanceof Refused && error.message) || says.failed
    toast(text, { tone: 'bad', action: { label: words.retry, run: () => void download(address, options) } })
  }
}

class Refused extends Error {}

async function sentence(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as Partial<Refusal> | null
  return body?.message ?? ''
}

async function collect(
  body: ReadableStream<Uint8Array>,
  tell: (size: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    parts.push(part)
    size += part.length
    tell(size)
  }
  return parts
}

/** The server's name for the file, never a path. */
export const fileName = (disposition: string | null, otherwise: string): string =>
  disposition?.match(/filename="([^"/\\]+)"/)?.[1] ?? otherwise

/** 1536 → "1.5 kB". */
export function bytes(size: number): string {
  const [value, unit] = size < 1e6 ? [size / 1e3, 'kilobyte'] : [size / 1e6, 'megabyte']
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

/** Hands a file to the browser, which puts it where it puts files. */
export function saveFile(file: Blob, name: string, says: Says = words.download): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  toast(says.done(name, bytes(file.size)), { tone: 'good' })
}
