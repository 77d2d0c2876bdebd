import type { Refusal } from '@rolecall/protocol'
import { session, toast } from '@rolecall/ui'
import { words } from '../words.ts'

/** Fetches a file that the server makes and hands it to the browser; a refusal's sentence is said instead. */
export async function download(address: string): Promise<void> {
  if (session.value?.preview) return void toast(words.download.preview, { tone: 'warn' })
  try {
    const response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok) {
      const refusal = (await response.json().catch(() => null)) as Partial<Refusal> | null
      return void toast(refusal?.message ?? words.download.failed, { tone: 'bad' })
    }
    const name = /filename="([^"/\\]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    saveFile(await response.blob(), name ?? 'rolecall.csv')
  } catch {
    toast(words.download.failed, { tone: 'bad', action: { label: words.retry, run: () => void download(address) } })
  }
}

/** Hands a file to the browser, which puts it where it puts files. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  toast(words.download.done(name), { tone: 'good' })
}
