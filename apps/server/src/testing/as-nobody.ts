import { chmodSync } from 'node:fs'

/** Runs it as a user who may not enter the folder. Root may enter any: it becomes nobody for that long. */
export async function asNobody<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const root = process.getuid?.() === 0
  chmodSync(folder, root ? 0o700 : 0)
  if (root) process.seteuid?.(65_534)
  try {
    return await run()
  } finally {
    if (root) process.seteuid?.(0)
    else chmodSync(folder, 0o700)
  }
}
