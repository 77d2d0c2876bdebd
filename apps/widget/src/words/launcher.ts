// The little that the loader knows of languages; the panel knows the rest.

/** The first of `wanted` (such as `pt-BR`) that we speak, else English. */
export const speak = (wanted: readonly string[]): string =>
  /(?:^|,)(en|de|es|pt|ar)\b/i.exec(wanted.join())?.[1]?.toLowerCase() ?? 'en'

export const direction = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const chatIn = (language: string): string => (language === 'ar' ? 'الدردشة' : 'Chat')
