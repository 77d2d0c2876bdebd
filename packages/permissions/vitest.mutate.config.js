// For Stryker's sandbox only. size.test.ts bundles, which no mutant can change the truth of; check/
// explores the table for half a minute, and what it finds rules.test.ts finds too. The quick tests go first,
// because a mutant is done with at the first test that notices it.
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const slow = /(reference|lattice|lattice-of-reach|requires)\.test\.ts$/

class QuickFirst extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => Number(slow.test(a.moduleId)) - Number(slow.test(b.moduleId)))
  }
}

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '**/size.test.ts', 'check/**'],
    sequence: { sequencer: QuickFirst },
  },
})
