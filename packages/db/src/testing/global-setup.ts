import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { barePglite, inMemory, prepared } from '../connect/pglite.ts'
import { openPostgres } from '../connect/postgres.ts'
import { rolesFor } from '../wall/names.ts'
import { asRuntime, databaseUrl, makeRuntime } from './address.ts'
import { query } from './query.ts'
import { testPostgres } from './server.ts'

/** Once per run: a PostgreSQL server, and on both engines one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-tests-'))
  const server = await testPostgres()
  const template = `rolecall_test_${process.pid}_${Date.now()}`
  const [bare, migrated] = ['bare.tar', 'migrated.tar'].map((name) => join(folder, name)) as [string, string]
  const teardown = async () => {
    // It and its copies, of which those that were lent are still there.
    const names = await query(server.url, `select datname from pg_database where datname like '${template}%'`)
    for (const { datname } of names) await query(server.url, `drop database if exists ${String(datname)} with (force)`)
    const roles = await query(server.url, `select rolname from pg_roles where strpos(rolname, '${template}') > 0`)
    for (const { rolname } of roles) await query(server.url, `drop role "${String(rolname)}"`)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  let runtime: string
  try {
    // One after the other: PGlite at work lets nothing else in this process happen.
    runtime = await makeTemplate(server.url, template)
    await makeDumps(bare, migrated)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('rolecallServers', { postgres: server.url, template, runtime, bare, migrated })
  return teardown
}

async function makeTemplate(url: string, name: string): Promise<string> {
  const { runtime } = rolesFor(name)
  await query(url, makeRuntime(runtime))
  await query(url, `create database ${name}`)
  const migrateUrl = databaseUrl(url, name)
  const database = await openPostgres({ url: asRuntime(migrateUrl, runtime), migrateUrl, poolSize: 1 })
  await database.close()
  return runtime
}

async function makeDumps(bare: string, migrated: string): Promise<void> {
  const pglite = await barePglite(inMemory)
  const dumpTo = async (file: string) =>
    await writeFile(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await dumpTo(bare)
  await prepared(pglite)
  await dumpTo(migrated)
  await pglite.close()
}
