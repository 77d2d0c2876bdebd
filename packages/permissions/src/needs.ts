import type { Section } from './section.ts'

/** What each permission needs, by name. */
export type Needs = ReadonlyMap<string, readonly string[]>

/** What each permission needs directly. Throws an Error when it needs something that is not among `sections`. */
export function needsOf(sections: readonly Section[]): Needs {
  const needs = new Map<string, readonly string[]>(
    sections.flatMap((section) =>
      Object.entries(section.actions).map(([name, { needs = [] }]) => [`${section.key}.${name}`, needs] as const),
    ),
  )
  for (const [name, needed] of needs) {
    const absent = needed.find((other) => !needs.has(other))
    if (absent !== undefined) throw new Error(`"${name}" needs "${absent}", which does not exist`)
  }
  return needs
}
