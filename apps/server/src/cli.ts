import { permissions } from './cli/permissions.ts'
import { Usage, usage } from './cli/usage.ts'
import { Sentence } from './sentence.ts'

// The operator's command line. What was asked for goes to stdout and nothing else does; exit code 1: it was refused or
// failed, 2: it was not understood. The server's code is only loaded for what needs it.

const [noun, ...rest] = process.argv.slice(2)

try {
  if (noun === undefined || noun === 'help' || noun === '--help' || noun === '-h') console.log(usage)
  else if (noun === 'permissions') console.log(permissions(rest))
  else console.log(await (await import('./cli/order.ts')).order([noun, ...rest], process.env))
} catch (error) {
  console.error(error instanceof Sentence ? error.message : (await import('./explain.ts')).explain(error))
  process.exitCode = error instanceof Usage ? 2 : 1
}
