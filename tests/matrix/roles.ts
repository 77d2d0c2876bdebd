import { randomUUID } from 'node:crypto'
import { type Lines, nameOf, type Target } from './line.ts'

const draft = (roleId: string) => ({
  name: nameOf(roleId),
  permissions: [],
  fullSections: [],
  chats: 'mine',
  unassigned: true,
})
const role = ({ customRoleId }: Target) => ({ roleId: customRoleId })
const roleAt = (target: Target) => ({ ...role(target), version: 1 })

export const roles: Lines<'roles'> = {
  catalogue: { who: 'roles.view', method: 'GET' },
  list: { who: 'roles.view', method: 'GET' },
  get: { who: 'roles.view', method: 'GET', names: true, input: role },
  blast: {
    who: 'roles.manage',
    method: 'GET',
    names: true,
    input: (target) => ({ ...role(target), draft: draft(target.customRoleId) }),
  },
  create: { who: 'roles.manage', method: 'POST', input: () => ({ draft: draft(randomUUID()), from: null }) },
  edit: {
    who: 'roles.manage',
    method: 'POST',
    names: true,
    input: (target) => ({ ...roleAt(target), draft: draft(target.customRoleId) }),
  },
  delete: {
    who: 'roles.manage',
    method: 'POST',
    names: true,
    input: (target) => ({ ...roleAt(target), replacementId: null }),
  },
  versions: { who: 'roles.view', method: 'GET', names: true, input: role },
  rollBack: { who: 'roles.manage', method: 'POST', names: true, input: (target) => ({ ...roleAt(target), to: 1 }) },
  describe: {
    who: 'roles.manage',
    method: 'POST',
    names: true,
    input: (target) => ({ ...role(target), description: 'For nights' }),
  },
  keepOpen: { who: 'roles.manage', method: 'POST', names: true, input: role },
  deleted: { who: 'roles.view', method: 'GET' },
  restore: {
    who: 'roles.manage',
    method: 'POST',
    names: true,
    row: (tx, { accountId: account_id, ownId: role_id }) =>
      tx
        .insertInto('role_version')
        .values({
          ...{ account_id, role_id, version: 1, name: nameOf(role_id), by_name: 'Matrix', chat_scope: 'mine' as const },
          ...{ permissions: [], full_sections: [], unassigned: false },
        })
        .execute(),
    input: ({ ownId }) => ({ roleId: ownId }),
  },
  preview: { who: 'roles.view', method: 'POST', names: true, input: ({ roleId }) => ({ roleId, draft: null }) },
  whoCan: { who: 'roles.view', method: 'GET', input: () => ({ permission: 'inbox.delete' }) },
  own: { who: 'member', method: 'GET' },
  whatCan: { who: 'roles.view', method: 'GET', names: true, input: ({ newcomerId }) => ({ memberId: newcomerId }) },
  matrixCsv: { who: 'roles.view', method: 'GET', address: '/roles.csv', entry: true },
  accessCsv: { who: 'roles.view', method: 'GET', address: '/access.csv', entry: true },
  hints: { who: 'roles.view', method: 'GET' },
  export: { who: 'roles.view', method: 'GET', entry: true },
  import: {
    who: 'roles.manage',
    method: 'POST',
    input: () => ({ document: { $schema: '', version: 1, roles: [] }, digest: null, prune: false }),
  },
}
