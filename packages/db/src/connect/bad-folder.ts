/** The data folder cannot be used; the message says why and what to do. */
export class BadFolder extends Error {
  constructor(folder: string, why: string, cause: unknown) {
    super(`The data folder ${folder} cannot be used: ${why}`, { cause })
    this.name = 'BadFolder'
  }
}

/** Does something with the folder. @throws {BadFolder} for what the system says of it */
export function usable<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw badFolder(folder, error)
  }
}

/** What the operating system or SQLite says, as a sentence. */
export function badFolder(folder: string, error: unknown): BadFolder {
  const { code, errcode, message } = error as NodeJS.ErrnoException & { errcode?: number }
  const user = process.getuid ? ` (number ${process.getuid()})` : ''
  const elsewhere = 'or choose another folder with ROLECALL_DATA.'
  const why: Record<string, string> = {
    EEXIST: `it is a file. Choose a folder with ROLECALL_DATA.`,
    ENOTDIR: `it, or what it lies in, is a file. Choose a folder with ROLECALL_DATA.`,
    EACCES: `the user that runs Rolecall${user} may not write there. Give the folder to that user, ${elsewhere}`,
    EROFS: `it lies on a file system that is read-only. Make that writable, ${elsewhere}`,
    ENOSPC: `its disk is full. Make room, ${elsewhere}`,
  }
  const same = code === undefined || code === 'ERR_SQLITE_ERROR' ? sqlite[(errcode ?? 0) & 0xff] : (alike[code] ?? code)
  return new BadFolder(folder, why[same ?? ''] ?? `${message}. Mend that, ${elsewhere}`, error)
}

const alike: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC', EISDIR: 'EEXIST' }

/** https://sqlite.org/rescode.html, which says less than the system does: it could not open, not write, or found no room. */
const sqlite: Record<number, string> = { 3: 'EACCES', 8: 'EACCES', 13: 'ENOSPC', 14: 'EACCES' }
