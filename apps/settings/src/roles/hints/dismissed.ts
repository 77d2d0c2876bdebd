import { signal } from '@preact/signals'

const key = 'rolecall.hints'

function read(): ReadonlySet<string> {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

/** Hints that one has seen enough of, in this browser. The same finding has the same id; another one is shown. */
export const dismissed = signal<ReadonlySet<string>>(read())

export function dismiss(id: string): void {
  dismissed.value = new Set([...dismissed.value, id])
  write()
}

export function showAll(): void {
  dismissed.value = new Set()
  write()
}

function write(): void {
  try {
    localStorage.setItem(key, JSON.stringify([...dismissed.value]))
  } catch {
    // Storage is blocked: dismissed for as long as the page is open.
  }
}
