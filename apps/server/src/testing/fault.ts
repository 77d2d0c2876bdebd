import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { begin } from '../begin.ts'
import { explain } from '../explain.ts'

export type Env = Record<string, string>

const data = mkdtempSync(join(tmpdir(), 'rolecall-start-'))

/** What is said instead of starting, by the function that main.ts calls. */
export async function fault(env: Env): Promise<string> {
  const set = { HOST: '127.0.0.1', PORT: '0', ROLECALL_DATA: data, ...env }
  const started = await begin(set, [], { write: () => {} }).catch(explain)
  if (typeof started === 'string') return started
  await started.server.close()
  rmSync(data, { recursive: true, force: true })
  return `It started: ${started.text}`
}

/** One sentence or a few, and nothing of the inside. */
export function isSentence(said: string): void {
  expect(said).not.toMatch(/\n|\bat \S+:\d+:\d+|\w*Error: |hunter2/)
  expect(said).toMatch(/[.?);]$|npm start$/)
}
