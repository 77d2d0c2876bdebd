// `npm run bench [name …]`: every benchmark of the house, each in a process of its own. Each prints ratios taken side
// by side in one run; none asserts an absolute time.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const benches = ['decide', 'guard', 'latency', 'widget', 'streams', 'search', 'noise']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !benches.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(', ')}. There are: ${benches.join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const name of asked.length > 0 ? asked : benches) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(here, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) failed++
}
process.exit(failed > 0 ? 1 : 0)
