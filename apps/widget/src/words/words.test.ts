import { expect, test } from 'vitest'
import { en } from './en.ts'
import { chatIn, direction, speak } from './launcher.ts'
import { load } from './load.ts'

test('every language of the launcher has a panel, and every placeholder is kept', async () => {
  for (const language of ['en', 'de', 'es', 'pt', 'ar']) {
    expect(speak([language])).toBe(language)
    const loaded = await load(language)
    expect(loaded.words.chat).toBe(chatIn(language))
    expect(loaded.language).toBe(language)
    expect(Object.keys(loaded.words)).toEqual(Object.keys(en))
    for (const [key, english] of Object.entries(en)) {
      const word = loaded.words[key as keyof typeof en]
      expect(word.length, `${language}.${key}`).toBeGreaterThan(0)
      expect(word.match(/\{\w+\}/g), `${language}.${key}`).toEqual(english.match(/\{\w+\}/g))
    }
  }
})

test('nothing promises a letter: an answer is found in the chat, and no letter goes to visitors', async () => {
  for (const language of ['en', 'de', 'es', 'pt', 'ar']) {
    const { words } = await load(language)
    const { email: _, ...said } = words
    const text = Object.values(said).join('\n')
    expect(text).not.toMatch(
      /\{email\}|e-?mail|correo|بريد|write to you|(schreiben|mailen) (Ihnen|an)|escribiremos|escreveremos|سنكتب/i,
    )
  }
})

test('the first language we speak wins; odd tags are nobody', () => {
  expect(speak(['pt-BR', 'en'])).toBe('pt')
  expect(speak(['fr', 'AR-eg', 'en'])).toBe('ar')
  expect(speak(['', 'fr-AR', 'deutsch', 'x,', 'DE'])).toBe('de')
  expect(speak(['fr-AR', 'arc'])).toBe('en')
  expect(speak([])).toBe('en')
  expect(direction('ar')).toBe('rtl')
  expect(direction('de')).toBe('ltr')
})

test('an unknown language gets English', async () => {
  expect((await load('constructor')).words).toBe(en)
})
