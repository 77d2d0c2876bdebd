import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from '../testing/index.ts'
import { type Running, start } from '../testing/process.ts'
import { connect } from './connect.ts'
import { FolderInUse, holderOf, lockFolder } from './folder.ts'

describe("the embedded database's folder", { timeout: 60_000 }, () => {
  let place: string
  const running: Running[] = []
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'rolecall-folder-'))
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
  })
  afterAll(() => rm(place, { recursive: true, force: true }))
  const run = (...args: Parameters<typeof start>) => {
    const process = start(...args)
    running.push(process)
    return process
  }

  test('a second process is refused with a sentence, the first goes on; kill -9 loses nothing acknowledged', {
    // Three processes of their own open a database.
    timeout: 180_000,
  }, async () => {
    const folder = await freshFolder()
    const first = run('talker', folder)
    await first.has(20)
    expect(holderOf(folder)).toEqual({ pid: first.child.pid, url: 'http://127.0.0.1:4000' })

    const second = run('opener', folder)
    await second.ended
    expect(second.lines).toEqual([
      `FolderInUse: The data folder ${folder} is already in use by another Rolecall ` +
        `(process ${first.child.pid}, http://127.0.0.1:4000). Stop that one first, or choose another folder with ` +
        `ROLECALL_DATA; two on one folder would lose messages.`,
    ])
    const before = first.lines.length
    await first.has(before + 20)

    first.child.kill('SIGKILL')
    await first.ended
    expect(holderOf(folder)).toBeNull()
    const [told = '', ...acknowledged] = first.lines
    const { accountId, chatId } = JSON.parse(told) as { accountId: string; chatId: string }
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)

    const database = await connect({ dataDir: folder })
    const messages = await database.tenant(accountId, (tx) =>
      tx.selectFrom('message').select(['id', 'seq']).where('chat_id', '=', chatId).orderBy('seq').execute(),
    )
    await database.close()
    const stored = new Set(messages.map((message) => message.id))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, i) => i + 1))
    // At most the one that was on its way when it was killed.
    expect(messages.length - 2 - acknowledged.length).toBeLessThanOrEqual(1)
    await rm(folder, { recursive: true })
  })

  test('a second opening in the same process is refused as well', async () => {
    const folder = await freshFolder()
    const database = await connect({ dataDir: folder })
    await expect(connect({ dataDir: folder })).rejects.toBeInstanceOf(FolderInUse)
    await database.ping()
    await database.close()
    expect(holderOf(folder)).toBeNull()
    await (await connect({ dataDir: folder })).close()
    await rm(folder, { recursive: true })
  })

  test('a name left behind does not hold the folder, even where the pid lives on as something else', async () => {
    const folder = join(place, 'made', 'on', 'the way')
    lockFolder(folder).release()
    await writeFile(join(folder, 'rolecall.server.json'), JSON.stringify({ pid: process.pid, url: 'http://gone' }))
    expect(holderOf(folder)).toBeNull()
    const lock = lockFolder(folder)
    expect(holderOf(folder)).toEqual({ pid: process.pid, url: null })
    lock.release()
  })

  test('nobody holds a folder that is not there, and looking does not make it', () => {
    expect(holderOf(join(place, 'nowhere'))).toBeNull()
    expect(holderOf(place)).toBeNull()
  })

  test('a folder that could not be opened is not left locked', async () => {
    const folder = join(place, 'broken')
    const lock = lockFolder(folder)
    lock.release()
    await writeFile(join(folder, 'pglite'), 'not a folder')
    await expect(connect({ dataDir: folder })).rejects.toThrow('cannot be opened as a database')
    expect(holderOf(folder)).toBeNull()
  })
})
