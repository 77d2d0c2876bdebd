import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { inMemory, startPglite } from '../connect/pglite.ts'
import { openPostgres } from '../connect/postgres.ts'
import { databaseUrl } from './address.ts'
import { query } from './query.ts'
import { testPostgres } from './server.ts'

/** Once per run: a PostgreSQL server, and on both engines one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-tests-'))
  const server = await testPostgres()
  const template = `rolecall_template_${process.pid}_${Date.now()}`
  const dump = join(folder, 'pglite.tar')
  const teardown = async () => {
    await query(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    // One after the other: PGlite at work lets nothing else in this process happen.
    await makeTemplate(server.url, template)
    await makeDump(dump)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('rolecallServers', { postgres: server.url, template, dump })
  return teardown
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
