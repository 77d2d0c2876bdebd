/** What global-setup.ts hands to the test workers. */
export interface TestServers {
  /** A PostgreSQL server on which databases may be made. */
  postgres: string
  /** A migrated database on it, to copy. */
  template: string
  /** Files with a PGlite folder, dumped: as PGlite makes it, which takes it seconds, and migrated. */
  bare: string
  migrated: string
}

declare module 'vitest' {
  interface ProvidedContext {
    rolecallServers: TestServers
  }
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
