import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { inMemory, startPglite } from '../pglite.ts'
import { openPostgres } from '../postgres.ts'
import { databaseUrl } from './address.ts'
import { query } from './query.ts'
import { startPostgres } from './server.ts'

/** Once per run: a PostgreSQL server, and on both engines one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-tests-'))
  const server = await startPostgres()
  const template = `rolecall_template_${process.pid}`
  const dump = join(folder, 'pglite.tar')
  await Promise.all([makeTemplate(server.url, template), makeDump(dump)])
  project.provide('rolecallServers', { postgres: server.url, template, dump })
  return async () => {
    await query(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string, name: string): Promise<void> {
  await query(url, `create database ${name}`)
  const database = await openPostgres(databaseUrl(url, name), 1)
  await database.close()
}

async function makeDump(file: string): Promise<void> {
  const { pglite } = await startPglite(inMemory)
  const blob = await pglite.dumpDataDir('none')
  await writeFile(file, Buffer.from(await blob.arrayBuffer()))
  await pglite.close()
}
