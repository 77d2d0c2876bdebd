import { signal } from '@preact/signals'
import { bytes, download } from '@rolecall/ui/download'
import { words } from './words.ts'

/** What the button says while the file arrives; null when nothing runs. */
export const exporting = signal<string | null>(null)

const says = {
  preview: words.exportNot,
  failed: words.exportFailed,
  done: (_name: string, size: string) => words.exported(size),
}

/** Fetches /contacts.csv, and says how far it is. */
export async function exportContacts(): Promise<void> {
  if (exporting.value !== null) return
  const progress = (size: string) => {
    exporting.value = words.exporting(size)
  }
  progress(bytes(0))
  await download('/contacts.csv', { name: 'contacts.csv', says, progress })
  exporting.value = null
}
