/** What global-setup.ts hands to the test workers. */
export interface TestServers {
  /** A PostgreSQL server on which databases may be made. */
  postgres: string
  /** A migrated database on it, to copy. */
  template: string
  /** File with a migrated PGlite folder, dumped. */
  dump: string
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
