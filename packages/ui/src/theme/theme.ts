import { signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'

const key = 'rolecall.theme'

/** What the reader chose on this device. */
export const theme = signal<Theme>(read())

/** Chooses and remembers; the page's first script (an app's public/theme.js) reads the same key before anything is drawn. */
export function setTheme(next: Theme): void {
  theme.value = next
  if (next === 'system') {
    delete document.documentElement.dataset.theme
    localStorage.removeItem(key)
  } else {
    document.documentElement.dataset.theme = next
    localStorage.setItem(key, next)
  }
}

function read(): Theme {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}
