import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IForbiddenRuleType } from 'dependency-cruiser'

// The house, floor by floor (ARCHITECTURE.md). A floor may import the floors below it and nothing else of the house.
const floors: string[][] = [
  ['packages/permissions', 'packages/protocol'],
  ['packages/db'],
  ['packages/api'],
  ['packages/client'],
  ['packages/ui'],
  ['apps/server', 'apps/console', 'apps/settings', 'apps/widget'],
]

/**
 * The storeys of packages/api/src, from below. Above the last stand the nouns, a folder each, and above those the files
 * that know the whole house: `api.ts`, `index.ts`. Whoever keeps to them cannot close a ring of folders.
 */
const storeys: string[][] = [['refuse'], ['work'], ['guard'], ['rows'], ['http', 'live']]

/** What every noun may use. `http` and `live` carry the nouns; no noun knows what carries it. */
const corridor = ['testing', ...storeys.slice(0, -1).flat()]

const source = '\\.(ts|tsx)$'
/** What ships with nothing: tests, their doubles, and what they seed of a noun. */
const tests = '(\\.test\\.tsx?|\\.test-d\\.tsx?|/testing/.*|packages/db/src/[^/]+/seed\\.ts)$'

/** Arrows point down only; rooms of one floor do not see each other. */
const down: IForbiddenRuleType[] = floors.flatMap((rooms, level) =>
  rooms.map((room) => ({
    name: `floor-${room.replace('/', '-')}`,
    comment: `${room} stands on floor ${level}: it may import only the floors below it.`,
    severity: 'error' as const,
    from: { path: `^${room}/`, pathNot: tests },
    to: {
      path: `^(${floors.slice(level).flat().join('|')})/`,
      pathNot: `^${room}/`,
    },
  })),
)

/** A room of a storey may import the storeys below it: not its neighbour, not a noun, not the files above. */
const stairs: IForbiddenRuleType[] = storeys.flatMap((rooms, level) =>
  rooms.map((room) => ({
    name: `storey-${room}`,
    comment: `api/src/${room} may import only ${storeys.slice(0, level).flat().join(', ') || 'itself'}.`,
    severity: 'error' as const,
    from: { path: `^packages/api/src/${room}/`, pathNot: tests },
    to: {
      path: '^packages/api/src/',
      pathNot: `^packages/api/src/(${[room, ...storeys.slice(0, level).flat()].join('|')})/`,
    },
  })),
)

/** The files that the packages under `root` export: `packages/db/src/index.ts` and what else their package.json names. */
function frontDoors(root: string): string {
  const doors = readdirSync(join(root, 'packages')).flatMap((name) => {
    const { exports = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
    return Object.values(exports as Record<string, string>).map((file) => `packages/${name}/${file.replace('./', '')}`)
  })
  return `^(${doors.join('|').replaceAll('.', '\\.')})$`
}

/** Every rule of the house that stands under `root`. */
export const rulesOf = (root: string): IForbiddenRuleType[] => [
  ...down,
  ...stairs,
  {
    name: 'ground-floor-is-bare',
    comment: 'permissions and protocol run everywhere: no dependencies, not even of Node.',
    severity: 'error',
    from: { path: '^packages/(permissions|protocol)/src/', pathNot: tests },
    to: { pathNot: '^packages/(permissions|protocol)/' },
  },
  {
    name: 'client-knows-api-by-type-only',
    comment: 'A browser that loads the client must not load the server.',
    severity: 'error',
    from: { path: '^packages/(client|ui)/src/', pathNot: tests },
    to: { path: '^packages/(api|db)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'apps-reach-the-server-by-the-client',
    comment: 'Browser apps know the api through packages/client.',
    severity: 'error',
    from: { path: '^apps/(console|settings|widget)/src/', pathNot: tests },
    to: { path: '^packages/(api|db)/' },
  },
  {
    name: 'no-doors-between-features',
    comment: 'Law 7: what two feature folders share moves a storey down; no noun knows the files that list the nouns.',
    severity: 'error',
    from: { path: '^packages/api/src/([^/]+)/', pathNot: [tests, `^packages/api/src/(${storeys.flat().join('|')})/`] },
    to: { path: '^packages/api/src/', pathNot: `^packages/api/src/($1|${corridor.join('|')})/` },
  },
  {
    name: 'no-doors-between-tables',
    comment: 'A noun of packages/db knows its own folder and the rooms below; connect/ and migrations/ know the nouns.',
    severity: 'error',
    from: { path: '^packages/db/src/([^/]+)/', pathNot: [tests, '^packages/db/src/(connect|migrations)/'] },
    to: { path: '^packages/db/src/[^/]+/', pathNot: '^packages/db/src/($1|wall|actor|outbox|jobs)/' },
  },
  {
    name: 'sentences-are-a-leaf',
    comment:
      'A verb says its sentence and its feature lists it: says.ts itself knows neither, or the start goes in a ring.',
    severity: 'error',
    from: { path: '^packages/api/src/[^/]+/says\\.ts$' },
    to: { path: '^packages/api/src/', pathNot: '^packages/api/src/work/history\\.ts$' },
  },
  {
    name: 'a-feature-is-for-the-list',
    comment:
      'A feature is the contents page of its noun: what is in it does not read it, and features.ts alone lists it.',
    severity: 'error',
    from: { path: '^packages/api/src/', pathNot: `^packages/api/src/features\\.ts$|${tests}` },
    to: { path: '^packages/api/src/[^/]+/feature\\.ts$', pathNot: '^packages/api/src/guard/' },
  },
  {
    name: 'the-list-is-for-the-api',
    comment: 'What follows from the features reaches the nouns by the house, so that no ring closes.',
    severity: 'error',
    from: { path: '^packages/api/src/', pathNot: `^packages/api/src/(api|index)\\.ts$|${tests}` },
    to: { path: '^packages/api/src/features\\.ts$' },
  },
  {
    name: 'no-bare-procedure',
    comment: 'Law 1: only the guard makes procedures; nobody else may hold the builder.',
    severity: 'error',
    from: { path: '^packages/api/src/', pathNot: `^packages/api/src/guard/(trpc|guard)\\.ts$|${tests}` },
    to: { path: '^packages/api/src/guard/builder\\.ts$' },
  },
  {
    name: 'scopes-come-from-the-guard',
    comment: 'Law 2: a scope is made after a decision; everybody else only names its type.',
    severity: 'error',
    from: { path: '^packages/api/src/', pathNot: `^packages/api/src/guard/admit\\.ts$|${tests}` },
    to: { path: '^packages/api/src/guard/scope\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-second-builder',
    comment: 'Law 1: initTRPC is called in one place.',
    severity: 'error',
    from: {
      path: '^packages/api/src/',
      pathNot: `^packages/api/src/(api|guard/builder|guard/doors|refuse/errors|refuse/refusal)\\.ts$|^packages/api/src/http/|${tests}`,
    },
    to: { path: '@trpc/server' },
  },
  {
    name: 'no-circles',
    comment: 'A newcomer can draw the house from memory.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'front-door-only',
    comment: 'A package is entered by its exports, not through a window.',
    severity: 'error',
    from: { path: '^(?:packages|apps)/([^/]+)/' },
    to: { path: '^packages/[^/]+/', pathNot: ['^packages/$1/', frontDoors(root)] },
  },
  {
    name: 'tests-stay-outside',
    comment: 'Nothing that ships imports a test or a test helper.',
    severity: 'error',
    from: { path: `^(packages|apps)/.*${source}`, pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'every-arrow-arrives',
    comment: 'An import that cannot be resolved is an import that is not checked.',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: tests },
    to: { couldNotResolve: true },
  },
]
