/** What global-setup.ts hands to the test workers. */
export interface TestServers {
  /** A PostgreSQL server on which databases may be made. */
  postgres: string
  /** A migrated database on it, to copy. */
  template: string
  /** The walled role of that database and of its copies: one for all, because to make one takes longer than to copy. */
  runtime: string
  /** Files with a PGlite folder, dumped: as PGlite makes it, which takes it seconds, and migrated. */
  bare: string
  migrated: string
}

declare module 'vitest' {
  interface ProvidedContext {
    rolecallServers: TestServers
  }
}

const password = 'only tests know it'

/** The statement that makes the role; the tests of the password of its own make another. */
export const makeRuntime = (role: string): string => `create role "${role}" login noinherit password '${password}'`

/** The same database, as the walled role of the tests. */
export function asRuntime(address: string, role: string): string {
  const url = new URL(address)
  url.username = role
  url.password = encodeURIComponent(password)
  return url.href
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
