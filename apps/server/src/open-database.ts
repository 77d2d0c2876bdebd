import { type ConnectOptions, connect, type Database, tryAddress } from '@rolecall/db'

/** The database that the operator set, opened. @throws what explain.ts can put into words, within ten seconds where nobody answers */
export async function openDatabase(
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
  options: Pick<ConnectOptions, 'poolSize'> = {},
): Promise<Database> {
  if (!databaseUrl) return connect({ dataDir })
  await tryAddress(databaseUrl)
  return connect({ url: databaseUrl, ...options })
}
