import { type ZodError, z } from 'zod'
import { type OperatorContext, order } from '../guard/order.ts'
import { refuse } from '../refuse/errors.ts'
import { carryOut } from './code/carry-out.ts'
import { document, documentOf } from './code/document.ts'
import type { Editor } from './editor.ts'
import { says } from './says.ts'

/** `document` is read by itself, so that what is wrong in a file is told by its place. */
const file = z.strictObject({
  document: z.unknown().refine((value): boolean => value !== undefined, 'is missing'),
  digest: z.string().nullable(),
  prune: z.boolean(),
})

export const operator = {
  /** The custom roles as code, of the account in which this person works. */
  exportRoles: order(z.strictObject({}), ({ tx, accountId, catalogue }) => documentOf(tx, accountId, catalogue)),

  /** Brings the roles of that account to what a file says; without the `digest` of a dry run nothing is written. */
  importRoles: order(file, async (ctx, asked) => {
    const read = document.safeParse(asked.document)
    if (!read.success) return refuse('INVALID_INPUT', whereWrong(read.error))
    const { plan, entries, events } = await carryOut(editorOf(ctx), { ...asked, document: read.data })
    for (const { roleId, detail } of entries) await ctx.audit(says.import, { kind: 'role', id: roleId }, detail)
    ctx.emit(...events)
    return plan
  }),
}

const editorOf = ({ tx, accountId, catalogue, author }: OperatorContext): Editor => ({
  tx,
  accountId,
  catalogue,
  by: null,
  author,
})

/** Where a file of roles cannot be read, and why. */
function whereWrong({ issues }: ZodError): string {
  const [first] = issues
  const path = first?.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')
  return `This is no file of roles: ${path ? `${path}: ` : ''}${first?.message ?? 'it cannot be read'}. Nothing was changed.`
}
