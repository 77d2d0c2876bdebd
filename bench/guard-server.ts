import { feature, guardFor, router } from '@rolecall/api'
import { startApi } from '@rolecall/api/testing'
import { connect, type Tx } from '@rolecall/db'
import { catalogue } from '@rolecall/permissions'

// The server of the guard bench: one call twice, once with a permission to decide about and once without. Both read who
// calls in the same transaction, with their role, departments and scope, and then the same rows.

const database = await connect({ url: process.env['BENCH_URL'] })
const guard = guardFor(catalogue)

const read = ({ ctx }: { ctx: { tx: Tx } }) =>
  ctx.tx.selectFrom('chat').select(['id', 'status']).orderBy('active_at', 'desc').limit(20).execute()

const at = await startApi('postgres', {
  database,
  features: [
    feature('bench', {
      router: router({ guarded: guard.may('inbox.view').query(read), unguarded: guard.member().query(read) }),
    }),
  ],
})
process.send?.({ cookie: at.cookie('Agent') })
console.log(`PORT ${new URL(at.url).port}`)
process.on('SIGTERM', () => process.exit(0))
