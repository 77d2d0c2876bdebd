/** What a build, a picture or a test needs to know of the pages of an app. */
export interface Declared {
  path: string
  params?: string
  call: string
  nav?: { label: string }
  within?: readonly Declared[]
}

/** The pages of an app as they declare themselves, without what they show. */
export async function pagesOf(app: 'console' | 'settings'): Promise<readonly Declared[]> {
  const file = new URL(`../../../apps/${app}/src/pages.ts`, import.meta.url)
  const { pages } = (await import(file.href)) as { pages: readonly Declared[] }
  return pages
}

/**
 * The calls by which the pages of an app show in its navigation, with spaces between them. Apps do not import each other;
 * one that leads to another reads this when it is built.
 */
export async function callsOf(app: 'console' | 'settings'): Promise<string> {
  const calls = (await pagesOf(app)).flatMap(({ nav, call }) => (nav ? [call] : []))
  if (calls.length === 0) throw new Error(`The pages of ${app} show by no call`)
  return calls.join(' ')
}
