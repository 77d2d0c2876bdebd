import { expect, test } from 'vitest'
import { badFolder, usable } from './bad-folder.ts'
import { refuseWithoutRoom } from './room.ts'

const system = (code: string) => Object.assign(new Error(`${code}: what the system says`), { code })
const sqlite = (errcode: number) => Object.assign(new Error('what SQLite says'), { code: 'ERR_SQLITE_ERROR', errcode })

test.each([
  [system('EACCES'), 'may not write there'],
  [system('EPERM'), 'may not write there'],
  [system('EROFS'), 'a file system that is read-only'],
  [system('ENOSPC'), 'its disk is full'],
  [system('EDQUOT'), 'its disk is full'],
  [system('EEXIST'), 'it is a file'],
  [system('ENOTDIR'), 'is a file'],
  [system('EIO'), 'EIO: what the system says'],
  [sqlite(13), 'its disk is full'],
  [sqlite(14), 'may not write there'],
  [sqlite(8 + 256), 'may not write there'],
])('%o is a sentence that names the folder and the setting', (error, says) => {
  const { message } = badFolder('/data', error)
  expect(message).toMatch(/^The data folder \/data cannot be used: .*ROLECALL_DATA\.$/)
  expect(message).toContain(says)
})

test('a new database is not begun where it would not find room to the end', () => {
  const disk = (mb: number) => ({ bavail: mb * 256, bsize: 4096 })
  expect(() => usable('/none', () => refuseWithoutRoom('/none', disk(50)))).toThrow('its disk is full')
  expect(() => refuseWithoutRoom('/none', disk(65))).not.toThrow()
})
