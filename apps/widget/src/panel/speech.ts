import { en, type Words } from '../words/en.ts'

/** What the panel speaks: chosen once, before it is first drawn. */
export let words: Words = en
export let language = 'en'

export function speakIn(chosen: { words: Words; language: string }): void {
  words = chosen.words
  language = chosen.language
}
