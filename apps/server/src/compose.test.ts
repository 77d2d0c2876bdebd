import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

/** What compose.yaml sets for the server, with these things in .env, as compose fills them in. */
function environment(env: Record<string, string>): Record<string, string> {
  const text = readFileSync(new URL('../../../compose.yaml', import.meta.url), 'utf8')
  const [, block = ''] = /^ {2}rolecall:\n[^]*?^ {4}environment:\n((?: {6}.*\n)+)/m.exec(text) ?? []
  const lines = [...block.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/\$\{(\w+)(?:(:?-)([^}]*))?\}/g, (_, key: string, kind: string, other = '') =>
      env[key] === undefined || (kind === ':-' && env[key] === '') ? other : env[key],
    ),
  ])
  return Object.fromEntries(lines)
}

test.each(['simple', 'a/b#c?d@e%f:g&h=i j', '%2F', '\'"\\$', 'ключ'])(
  'a database password %s arrives as it is',
  (password) => {
    const set = environment({ POSTGRES_PASSWORD: password })
    const { username, password: carried, hostname, pathname } = new URL(readSettings(set).databaseUrl ?? '')
    expect([hostname, pathname, username]).toEqual(['postgres', '/rolecall', 'rolecall'])
    expect(decodeURIComponent(carried)).toBe(password)
  },
)

test('a proxy beside it is believed, unless told otherwise', () => {
  const trust = (env: Record<string, string>) =>
    readSettings(environment({ POSTGRES_PASSWORD: 'x', ...env })).trustProxy
  expect(trust({})?.('172.18.0.3', 0)).toBe(true)
  expect(trust({})?.('198.51.100.1', 0)).toBe(false)
  expect(trust({ ROLECALL_TRUST_PROXY: '' })).toBeUndefined()
  expect(trust({ ROLECALL_TRUST_PROXY: '10.0.0.7' })?.('172.18.0.3', 0)).toBe(false)
})
