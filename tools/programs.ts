import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'

// `npm run types` checks three programs, told apart by what their files may see, not one for each package: every
// program loads the packages below it again, and fifteen of them cost five times as much.

/** tsconfig.NAME.json: nothing but the language, then Node, then a browser too. */
export const programs = ['pure', 'node', 'browser']

/** What is written in TypeScript, or checked as if it were, and stands in no program: it would never be checked. */
export function unchecked(root: string): string[] {
  const globs = programs.flatMap((name) => {
    const { include } = JSON.parse(readFileSync(join(root, `tsconfig.${name}.json`), 'utf8')) as { include: string[] }
    return include.map((entry) => (entry.includes('*') ? entry : `${entry}/**`))
  })
  const skipped = ['node_modules', 'dist', '.git', '.stryker-tmp']
  return globSync('**/*.{ts,tsx,mts}', { cwd: root, exclude: (path) => skipped.includes(path.split('/').at(-1) ?? '') })
    .filter((file) => !globs.some((glob) => matchesGlob(file, glob)))
    .toSorted()
}

/** Packages whose own tsconfig.json, which editors and the linter read, says anything else than its program. */
export function disagreeing(root: string): string[] {
  return globSync('**/tsconfig.json', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).filter((file) => {
    const { extends: base = '', ...more } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { extends?: string }
    const known = programs.some((name) => join(file, '..', base) === `tsconfig.${name}.json`)
    return !known || Object.keys(more).join() !== 'include'
  })
}
