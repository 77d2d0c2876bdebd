import { permissionsOf } from '@rolecall/permissions'
import { z } from 'zod'
import { guard } from '../guard/guard.ts'
import { may } from '../guard/may.ts'
import { notFound } from '../refuse/errors.ts'
import { csvAnswer, csvHead, csvLines } from '../rows/csv.ts'
import { id } from '../rows/input.ts'
import { heldMembers, wholeTeam } from '../rows/member.ts'
import { labelled, mustExist, permission } from '../rows/permission.ts'
import { reasons } from './because.ts'
import { says } from './says.ts'

const query = z.strictObject({ permission: permission.optional(), member: id.optional() })
const headers = ['Member', 'Email', 'Status', 'Role', 'Permission', 'What it allows', 'Why', 'Until']

/**
 * GET /access.csv: who may do what and why, a line for each member and permission. `?permission=` or `?member=` narrow
 * it. For the yearly review of access, which is done in a spreadsheet.
 */
export const accessCsv = guard.route(
  'roles.accessCsv',
  'roles.view',
  'GET /access.csv',
  async ({ request, reply, open }) => {
    const asked = query.parse(request.query)
    const rows = await open(async ({ tx, actor, catalogue, audit }) => {
      if (asked.permission !== undefined) mustExist(catalogue, asked.permission)
      const { accountId } = actor
      const emails = may(actor, 'team.view')
      const team =
        asked.member === undefined
          ? await wholeTeam(tx, accountId, catalogue)
          : await heldMembers(tx, accountId, [asked.member], catalogue)
      if (asked.member !== undefined && team.length === 0) notFound()
      await audit(says.accessCsv, { kind: 'account', id: accountId }, {})
      const names = catalogue.sections.flatMap((section): string[] => permissionsOf(section))
      return team.flatMap(({ name, email, status, role, extra }) =>
        names
          .filter((one) => asked.permission === undefined || one === asked.permission)
          .flatMap((one) =>
            reasons(role, extra, one, catalogue).map(({ text, until }) => [
              name,
              emails ? email : '',
              status,
              role.name,
              one,
              labelled(catalogue, one).label,
              text,
              until ?? '',
            ]),
          ),
      )
    })
    return reply.headers(csvAnswer('access')).send(csvHead(headers) + csvLines(rows))
  },
  20,
)
