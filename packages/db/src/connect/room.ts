import { existsSync, type StatsFs, statfsSync } from 'node:fs'
import { join } from 'node:path'

type Room = Pick<StatsFs, 'bavail' | 'bsize'>

const mb = 1024 * 1024
/** What a new database takes, and what one that is there needs for its next changes. */
const wanted = { new: 64 * mb, known: 8 * mb }

/** Refuses where a database would be left half made, or would stop at its first change. @throws as a full disk does */
export function refuseWithoutRoom(folder: string, { bavail, bsize }: Room = statfsSync(folder)): void {
  const need = existsSync(join(folder, 'pglite')) ? wanted.known : wanted.new
  if (bavail * bsize < need) throw Object.assign(new Error('too little room'), { code: 'ENOSPC' })
}
