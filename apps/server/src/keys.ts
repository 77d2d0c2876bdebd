import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'operator.key')

/** A new key for the command line, at every start. Who can read the folder is the operator. */
export function freshOperatorKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('base64url')
  writeFileSync(fileIn(dataDir), `${key}\n`, { mode: 0o600 })
  // A file that was there keeps its mode, whatever we say when writing.
  chmodSync(fileIn(dataDir), 0o600)
  return key
}

export const readOperatorKey = (dataDir: string): string => readFileSync(fileIn(dataDir), 'utf8').trim()
