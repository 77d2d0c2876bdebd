import { toast } from '../parts/toast.tsx'
import { words } from '../words.ts'

/**
 * Copies a text and says so, with `done` in place of the usual word. A page without https has no clipboard of its own:
 * there the browser is asked as it was before there was one. Where it does not allow that either, what `shown` shows is
 * selected, to be copied by hand.
 */
export async function copy(text: string, shown: HTMLElement | null, done: string = words.copy.done): Promise<void> {
  if (await copied(text, shown)) toast(done, { tone: 'good' })
  else toast(words.copy.failed, { tone: 'warn' })
}

async function copied(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    // oxlint-disable-next-line no-restricted-properties -- where it is not there, the other way follows
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Not there, or not allowed.
  }
  if (shown instanceof HTMLInputElement) shown.select()
  else if (shown) getSelection()?.selectAllChildren(shown)
  let taken = false
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    taken = true
  }
  document.addEventListener('copy', take)
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way on a page without https
  document.execCommand('copy')
  document.removeEventListener('copy', take)
  return taken
}
