import { gzipSync } from 'node:zlib'

/** Bytes of JavaScript, gzip. 1 kB is 1024 of them. */
export interface Budgets {
  app: string
  /** The entry, what it imports at once, and the same of `landing`, the page where the app begins. */
  firstLoad: number
  landing: string
  /** What each other page, and each part that is loaded when it is needed, may add to that; libraries apart. */
  page: number
}

/**
 * Vite plugin: adds up what a visitor of each page loads, prints it, and fails the build where it is too much. Pages are
 * found in the graph itself: whatever a `page.ts` loads has to be a chunk of its own.
 */
export function budget(limits: Budgets) {
  return {
    name: 'rolecall-budget',
    apply: 'build' as const,
    config() {
      // Also when tests build it: what is weighed and tested is what is served.
      process.env['NODE_ENV'] = 'production'
    },
    generateBundle(this: Context, _options: unknown, bundle: Record<string, Piece>) {
      const pages = [...this.getModuleIds()]
        .filter((id) => id.endsWith('/page.ts'))
        .flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
      const { lines, wrong } = weigh(bundle, pages, limits)
      for (const line of lines) console.log(line)
      if (wrong.length > 0) throw new Error(`budget: ${wrong.join(' ')}`)
    },
  }
}

/** Every sum in a line, and a sentence for each that is too much. */
export function weigh(bundle: Record<string, Piece>, pages: readonly string[], limits: Budgets) {
  const chunks = Object.values(bundle).filter((piece) => piece.type === 'chunk')
  const bytes = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(bundle[name]?.code ?? '', { level: 9 }).length, 0)
  const names = (some: readonly Piece[]) => some.map(({ fileName }) => fileName)
  const entry = reach(names(chunks.filter(({ isEntry }) => isEntry)), bundle)
  const landing = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(limits.landing))
  const wrong = landing.length > 0 ? [] : [`No chunk starts at ${limits.landing}; the sum would be too small.`]
  const lines: string[] = []
  const check = (what: string, sum: number, limit: number) => {
    lines.push(`${String(sum).padStart(7)} of ${limit} B gzip  ${limits.app}: ${what}`)
    if (sum > limit) wrong.push(`${what} of ${limits.app} is ${sum - limit} B over its ${limit}.`)
  }
  check('first load', bytes(reach([...entry, ...names(landing)], bundle)), limits.firstLoad)
  for (const page of pages) {
    if (chunks.some(({ facadeModuleId }) => facadeModuleId === page)) continue
    wrong.push(`${page} is no chunk of its own: something imports it at once.`)
  }
  for (const chunk of chunks.filter((one) => one.isDynamicEntry && !landing.includes(one) && !isLibrary(one))) {
    // A part is loaded where its page is already.
    const there = chunks
      .filter(({ dynamicImports }) => dynamicImports?.includes(chunk.fileName))
      .map(({ fileName }) => reach([fileName], bundle))
    const added = reach([chunk.fileName], bundle).filter(
      (name) => !entry.includes(name) && !(there.length > 0 && there.every((some) => some.includes(name))),
    )
    check(nameOf(chunk), bytes(added.filter((name) => !isLibrary(bundle[name]))), limits.page)
  }
  return { lines, wrong }
}

const isLibrary = (piece: Piece | undefined): boolean => {
  const ids = piece?.moduleIds ?? []
  return ids.length > 0 && ids.every((id) => id.includes('/node_modules/'))
}

const nameOf = ({ facadeModuleId, fileName }: Piece): string =>
  facadeModuleId?.replace(/^.*\/(?=(apps|packages)\/)/, '') ?? fileName

/** The chunks named and everything they import statically, each once. */
export function reach(from: readonly string[], bundle: Record<string, Pick<Piece, 'imports'>>): string[] {
  const seen = new Set<string>()
  const todo = [...from]
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    todo.push(...(bundle[name]?.imports ?? []))
  }
  return [...seen]
}

interface Context {
  getModuleIds(): Iterable<string>
  getModuleInfo(id: string): { dynamicallyImportedIds: readonly string[] } | null
}

interface Piece {
  type: string
  fileName: string
  code?: string
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
  isDynamicEntry?: boolean
  facadeModuleId?: string | null
  moduleIds?: string[]
}
