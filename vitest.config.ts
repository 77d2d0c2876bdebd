import { defineConfig } from 'vitest/config'
import { Sequence } from './tools/sequence.ts'

// Four kinds of test, told apart by their names:
//   *.test.ts          pure, or one process
//   *.db.test.ts       runs on PGlite and on real PostgreSQL (packages/db/src/testing)
//   *.prove.test.ts    as those, and too slow for every day: several processes, databases that go away (`npm run prove`)
//   *.browser.test.ts  a real browser against a real server (tests/)
const dbSetup = './packages/db/src/testing/global-setup.ts'
// In ms, for what comes by itself: at once on a quiet machine, later on one that runs everything else beside.
const poll = { timeout: 20_000 }
// One for every kind, because all run together. A browser has several processes of its own, and is kept over the files of its
// worker.
const maxWorkers = '100%'
const not = ['**/node_modules/**', '**/dist/**', '**/.stryker-tmp/**']

// One process after the other loads PGlite and the api once, not once for each of a hundred files, which took half of the
// run. What a file changes that others share it puts back.
const onDatabases = {
  exclude: not,
  globalSetup: dbSetup,
  isolate: false,
  maxWorkers,
  expect: { poll },
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: Sequence },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,tools,bench}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...not, '**/*.{db,prove,browser}.test.ts'],
          typecheck: { enabled: false },
          // A thread for each file starts in half the time of a process.
          pool: 'threads',
          maxWorkers,
          // In ms. What hangs fails; what is slow on a busy machine does not.
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'database', include: ['{packages,apps,tests}/**/*.db.test.ts'], ...onDatabases },
      },
      {
        test: { name: 'prove', include: ['{packages,apps,tests}/**/*.prove.test.ts'], ...onDatabases },
      },
      {
        test: {
          name: 'browser',
          include: ['{tests,apps}/**/*.browser.test.ts'],
          exclude: not,
          globalSetup: [dbSetup, './tests/build.ts'],
          expect: { poll },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers,
          // A browser on a busy machine: once more before it counts. A fault of ours fails twice.
          retry: 1,
        },
      },
    ],
  },
})
