import { en, type Words } from './en.ts'

const others: Record<string, () => Promise<{ words: Words }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ar: () => import('./ar.ts'),
}

/** English is in the panel; another language is one small file. If that does not come, English is better than nothing. */
export async function load(language: string): Promise<{ language: string; words: Words }> {
  try {
    const other = Object.hasOwn(others, language) ? await others[language]?.() : undefined
    if (other) return { language, words: other.words }
  } catch {}
  return { language: 'en', words: en }
}
