import { randomUUID } from 'node:crypto'
import { connect } from '../../connect/connect.ts'
import { visitorSay } from '../../visitor/say.ts'
import { seedAccount } from '../seed.ts'

// A process that opens a folder and has a visitor talk without end. Prints a line for the chat, then one per message
// that was acknowledged.
const [dataDir] = process.argv.slice(2)
const database = await connect({ dataDir })
database.announce('http://127.0.0.1:4000')
const seed = await seedAccount(database)
const [contact] = seed.contacts
if (!contact) throw new Error('no contact')
console.log(JSON.stringify({ accountId: seed.accountId, chatId: contact.chatId }))
for (;;) {
  const id = randomUUID()
  const saying = { accountId: seed.accountId, secretHash: contact.secretHash, id, body: 'still here' }
  const said = await visitorSay(database.db, saying)
  if (said.outcome === 'said') console.log(id)
}
