import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** One of the scripts in processes/, as a process of its own. */
export function start(script: 'talker' | 'opener', ...args: string[]): Running {
  const file = fileURLToPath(new URL(`./processes/${script}.ts`, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting: (() => void)[] = []
  const wake = () => waiting.splice(0).forEach((resume) => resume())
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve())).then(wake)
  return {
    child,
    lines,
    ended,
    has: async (count) => {
      while (lines.length < count && child.exitCode === null && child.signalCode === null)
        await new Promise<void>((resume) => waiting.push(resume))
    },
  }
}

export interface Running {
  child: ChildProcess
  /** What it has printed. */
  lines: string[]
  ended: Promise<void>
  /** Resolves when it has printed that many lines, or is gone. */
  has(count: number): Promise<void>
}
