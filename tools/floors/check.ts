import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { walk } from './floors.ts'
import { rulesOf } from './rules.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { modules, violations } = await walk(root)
for (const { rule, from, to } of violations) {
  console.error(`${rule}: ${from} → ${to}\n  ${rulesOf(root).find(({ name }) => name === rule)?.comment}`)
}
console.log(`floors: ${modules} modules, ${violations.length} broken rules`)
// One such tool reads nothing and exits 0; this one must not.
if (modules < 50) console.error('floors: fewer modules than the house has; the tool is blind')
process.exit(violations.length > 0 || modules < 50 ? 1 : 0)
