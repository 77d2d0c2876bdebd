import { permissionsOf } from '@rolecall/permissions'
import { guard } from '../guard/guard.ts'
import { csvAnswer, csvHead, csvLines } from '../rows/csv.ts'
import { nothing } from '../rows/input.ts'
import { labelled } from '../rows/permission.ts'
import { says } from './says.ts'
import { summaries } from './summary.ts'

/** GET /roles.csv: every permission there is, and for each role whether it has it. */
export const matrixCsv = guard.route(
  'roles.matrixCsv',
  'roles.view',
  'GET /roles.csv',
  async ({ request, reply, open }) => {
    nothing.parse(request.query)
    const { roles, lines } = await open(async ({ tx, actor, catalogue, audit }) => {
      const { accountId } = actor
      const roles = await summaries(tx, accountId, catalogue)
      await audit(says.matrixCsv, { kind: 'account', id: accountId }, {})
      const lines = catalogue.sections.flatMap((section) =>
        permissionsOf(section).map((name) => [
          section.label,
          name,
          labelled(catalogue, name).label,
          ...roles.map(({ grants }) => (grants.includes(name) ? 'yes' : '')),
        ]),
      )
      return { roles, lines }
    })
    const headers = ['Section', 'Permission', 'What it allows', ...roles.map(({ name }) => name)]
    return reply.headers(csvAnswer('roles')).send(csvHead(headers) + csvLines(lines))
  },
  20,
)
