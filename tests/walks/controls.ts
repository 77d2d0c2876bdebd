import { type Declared, pagesOf } from '../../packages/ui/vite/pages.ts'
import { lines } from '../matrix/table.ts'

/** Every page of an app, and what stands below it. */
export const screensOf = async (app: App): Promise<readonly Declared[]> =>
  (await pagesOf(app)).flatMap((page) => [page, ...(page.within ?? [])])

/**
 * Every call of an app that somebody makes by a control: those of the nouns that its pages show, and of `beside`, which
 * stand on no page. `changes` leaves out what is only read there.
 */
export async function controlsOf(app: App, { beside = [], changes = false, but, too = [] }: Some) {
  const nouns = new Set([...(await screensOf(app)).map(({ call }) => nounOf(call)), ...beside])
  const all = Object.entries(lines).filter(([name]) => nouns.has(nounOf(name)))
  const some = all.filter(([, { method, address }]) => !changes || method === 'POST' || address)
  const controls = new Set([...some.map(([name]) => name), ...too])
  // What is left out by name is there to be left out.
  for (const name of but) if (!controls.delete(name)) throw new Error(`${name} is no call of ${app}`)
  return [...controls]
}

type App = 'console' | 'settings'

interface Some {
  beside?: readonly string[]
  changes?: boolean
  /** Calls that are made by no control of their own. */
  but: readonly string[]
  /** What is read by a control. */
  too?: readonly string[]
}

const nounOf = (call: string): string => call.split('.')[0] ?? ''
