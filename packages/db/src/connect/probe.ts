import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** More than a file system keeps beside a file's name, so that it needs room of its own. */
const bytes = Buffer.alloc(64 * 1024)

/** Writes to the folder and takes it away again, as long as there is room and right to. @throws what the system says, with its `code` */
export function probeFolder(folder: string): void {
  const file = join(folder, 'rolecall.probe')
  try {
    writeFileSync(file, bytes, { mode: 0o600, flush: true })
  } finally {
    rmSync(file, { force: true })
  }
}
