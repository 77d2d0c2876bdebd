import { gzipSync } from 'node:zlib'

/**
 * Vite plugin: adds up the JavaScript (gzip, bytes) that the first page loads, prints it and fails the build over budget.
 * Counted: the entry, what it imports at once, and the same for each module in `opened` (the page one lands on).
 */
export function budget({ app, firstLoad, opened }: { app: string; firstLoad: number; opened: readonly string[] }) {
  return {
    name: 'rolecall-budget',
    apply: 'build' as const,
    generateBundle(_options: unknown, bundle: Record<string, Piece>) {
      const chunks = Object.values(bundle).filter((piece) => piece.type === 'chunk')
      const roots = chunks.filter(
        (chunk) => chunk.isEntry || opened.some((path) => chunk.facadeModuleId?.endsWith(path)),
      )
      const missing = opened.filter((path) => !roots.some((chunk) => chunk.facadeModuleId?.endsWith(path)))
      if (missing.length > 0)
        throw new Error(`budget: no chunk starts at ${missing.join(', ')}; the sum would be too small`)
      const names = reach(
        roots.map((chunk) => chunk.fileName),
        bundle,
      )
      const sizes = names.map((name) => [name, gzipSync(bundle[name]?.code ?? '').length] as const)
      const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0)
      for (const [name, bytes] of sizes) console.log(`  ${bytes.toLocaleString('en').padStart(8)} B gzip  ${name}`)
      console.log(`${app} first load: ${sum} bytes gzip of JavaScript, budget ${firstLoad}`)
      if (sum > firstLoad) throw new Error(`budget: the first load is ${sum - firstLoad} bytes over ${firstLoad}`)
    },
  }
}

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

interface Piece {
  type: string
  fileName: string
  code?: string
  imports?: string[]
  isEntry?: boolean
  facadeModuleId?: string | null
}
