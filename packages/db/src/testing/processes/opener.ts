import { connect } from '../../connect/connect.ts'

// A process that opens a database (an address or a folder), says so, and closes it again.
const [where = ''] = process.argv.slice(2)
try {
  const database = await connect(where.includes('://') ? { url: where } : { dataDir: where })
  await database.ping()
  await database.close()
  console.log('opened')
} catch (error) {
  console.log(String(error))
}
