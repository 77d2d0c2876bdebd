// For Stryker's sandbox only. size.test.ts bundles, which no mutant can change the truth of. The quick tests go first,
// because a mutant is done with at the first test that notices it.
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const slow = /(reference|lattice|seniority|requires)\.test\.ts$/

class QuickFirst extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => Number(slow.test(a.moduleId)) - Number(slow.test(b.moduleId)))
  }
}

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '**/size.test.ts'],
    sequence: { sequencer: QuickFirst },
  },
})
