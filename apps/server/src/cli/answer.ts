import { Sentence } from '../sentence.ts'
import { permissions } from './permissions.ts'
import { Usage, usage } from './usage.ts'

export interface Answer {
  /** 1: it was refused or failed, 2: it was not understood. */
  code: 0 | 1 | 2
  text: string
}

/** What the command line answers to this. The server's code is only loaded for what needs it. */
export async function answer([noun, ...rest]: readonly string[], env: NodeJS.ProcessEnv): Promise<Answer> {
  try {
    if (noun === undefined || noun === 'help' || noun === '--help' || noun === '-h') return { code: 0, text: usage }
    if (noun === 'permissions') return { code: 0, text: permissions(rest) }
    return { code: 0, text: await (await import('./order.ts')).order([noun, ...rest], env) }
  } catch (error) {
    const text = error instanceof Sentence ? error.message : (await import('../explain.ts')).explain(error)
    return { code: error instanceof Usage ? 2 : 1, text }
  }
}
