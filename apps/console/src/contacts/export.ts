import { signal } from '@preact/signals'
import type { Refusal } from '@rolecall/protocol'
import { session, toast } from '@rolecall/ui'
import { words as common } from '../words.ts'
import { words } from './words.ts'

/** What the button says while the file arrives; null when nothing runs. */
export const exporting = signal<string | null>(null)

/** Fetches /contacts.csv as it is streamed, says how far it is, and hands the file to the browser. */
export async function exportContacts(): Promise<void> {
  if (exporting.value !== null) return
  const preview = session.peek()?.preview
  if (preview) {
    toast(words.exportNot(preview), { tone: 'warn' })
    return
  }
  exporting.value = words.exporting(bytes(0))
  try {
    const response = await fetch('/contacts.csv', { credentials: 'same-origin' })
    if (!response.ok || !response.body) throw new Refused(await sentence(response))
    const parts = await collect(response.body, (size) => {
      exporting.value = words.exporting(bytes(size))
    })
    const file = new Blob(parts, { type: 'text/csv' })
    save(file, fileName(response.headers.get('content-disposition')))
    toast(words.exported(bytes(file.size)), { tone: 'good' })
  } catch (error) {
    const text = error instanceof Refused ? error.message : words.exportFailed
    toast(text, { tone: 'bad', action: { label: common.retry, run: () => void exportContacts() } })
  } finally {
    exporting.value = null
  }
}

class Refused extends Error {}

async function sentence(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as Partial<Refusal> | null
  return body?.message ?? words.exportFailed
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

/** The server's name for the file, or ours. */
export const fileName = (disposition: string | null): string =>
  disposition?.match(/filename="([^"/\\]+)"/)?.[1] ?? 'contacts.csv'

/** 1536 → "1.5 kB". */
export function bytes(size: number): string {
  const [value, unit] = size < 1e6 ? [size / 1e3, 'kilobyte'] : [size / 1e6, 'megabyte']
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
