import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { usable } from './bad-folder.ts'
import { probeFolder } from './probe.ts'

// Two processes on one PGlite folder lose acknowledged rows without an error, so one process holds the folder.
// What holds it is a lock of the operating system, taken through SQLite (part of Node): it ends with the process,
// however that ends, so there is no stale lock to judge and no reused pid to be fooled by. The file beside it only
// says who; it must never be the locked file itself, since closing any handle on that one would drop the lock.

export interface Holder {
  pid: number
  /** Where the holder's server answers, once it does. */
  url: string | null
}

export interface FolderLock {
  announce(url: string): void
  release(): void
}

/** Another process works in the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: Holder | null) {
    const who = holder ? ` (process ${holder.pid}${holder.url ? `, ${holder.url}` : ''})` : ''
    super(
      `The data folder ${folder} is already in use by another Rolecall${who}. ` +
        `Stop that one first, or choose another folder with ROLECALL_DATA; two on one folder would lose messages.`,
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Takes the folder, making it and its parents where missing. @throws {FolderInUse} {BadFolder}
 */
export function lockFolder(folder: string): FolderLock {
  const write = (holder: Holder) => writeFileSync(whoFile(folder), JSON.stringify(holder), { mode: 0o600 })
  const lock = usable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    probeFolder(folder)
    return take(folder, patience)
  })
  if (!lock) throw new FolderInUse(folder, readHolder(folder))
  usable(folder, () => write({ pid: process.pid, url: null }))
  return {
    announce: (url) => write({ pid: process.pid, url }),
    release: () => {
      rmSync(whoFile(folder), { force: true })
      lock.close()
    },
  }
}

/** Who holds the folder now; null when nobody does. For the command line. */
export function holderOf(folder: string): Holder | null {
  if (!existsSync(lockFile(folder))) return null
  const lock = take(folder, 0)
  lock?.close()
  return lock ? null : readHolder(folder)
}

function take(folder: string, timeout: number): DatabaseSync | null {
  const lock = new DatabaseSync(lockFile(folder), { timeout })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === busy) return null
    throw error
  }
}

const busy = 5
/** ms; long enough for somebody who only looks (holderOf) to be gone again. */
const patience = 300
const lockFile = (folder: string): string => join(folder, 'rolecall.lock')
const whoFile = (folder: string): string => join(folder, 'rolecall.server.json')

function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(whoFile(folder), 'utf8')) as Holder
  } catch {
    return null
  }
}
