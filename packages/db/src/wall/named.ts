import type { KyselyPlugin, OperationNode, RawNode } from 'kysely'
import { inNames, type Roles } from './names.ts'

/** Lets migrations speak of `rolecall_app` and `rolecall_search`, whatever the two are called in this database. */
export const named = (roles: Roles): KyselyPlugin => ({
  transformQuery: ({ node }) =>
    isRaw(node) ? { ...node, sqlFragments: node.sqlFragments.map((text) => inNames(text, roles)) } : node,
  transformResult: async ({ result }) => result,
})

const isRaw = (node: OperationNode): node is RawNode => node.kind === 'RawNode'
