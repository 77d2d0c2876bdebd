import { readFileSync } from 'node:fs'

export interface Told {
  table: string
  name: string
  type: string
  nullable: boolean
}

/** The columns as tables.ts tells them, read from its text and its nouns': types are gone by the time a test runs. */
export function told(): Told[] {
  const list = read('../tables.ts')
  const nouns = [...list.matchAll(/from '\.\/(.+\/table\.ts)'/g)].map(([, file]) => read(`../${file}`))
  const bodies = new Map(
    [...nouns.join('\n').matchAll(/interface (\w+) \{([^}]*)\}/g)].map(([, name, body]) => [name, body ?? '']),
  )
  const fields = (name: string) => [...(bodies.get(name) ?? '').matchAll(/^ {2}(\w+): (.+)$/gm)]
  const [, merged = ''] = /interface Tables\s+extends ([^{]*)\{/.exec(list) ?? []
  return [...merged.matchAll(/\w+/g)].flatMap(([noun]) =>
    fields(noun).flatMap(([, table = '', type = '']) =>
      fields(type).map(([, name = '', of = '']) => {
        const inner = of.replace(/^Generated<(.*)>$/, '$1')
        return { table, name, type: inner.replace(/ \| null$/, ''), nullable: inner.endsWith(' | null') }
      }),
    ),
  )
}

const read = (file: string): string =>
  readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
