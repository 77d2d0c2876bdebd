import { Refused } from '@rolecall/api'
import { order } from './cli/order.ts'
import { permissions } from './cli/permissions.ts'
import { Usage, usage } from './cli/usage.ts'
import { explain } from './explain.ts'

// The operator's command line. What was asked for goes to stdout and nothing else does; exit code 1: it was refused or
// failed, 2: it was not understood.

const [noun, ...rest] = process.argv.slice(2)

try {
  if (noun === undefined || noun === 'help' || noun === '--help' || noun === '-h') console.log(usage)
  else if (noun === 'permissions') console.log(permissions(rest))
  else console.log(await order([noun, ...rest], process.env))
} catch (error) {
  console.error(error instanceof Refused ? error.message : explain(error))
  process.exitCode = error instanceof Usage ? 2 : 1
}
