import { feature } from '../guard/feature.ts'
import { guard } from '../guard/guard.ts'
import { router } from '../guard/trpc.ts'
import { accessCsv } from './access-csv.ts'
import { blast } from './blast.ts'
import { catalogue } from './catalogue.ts'
import { exportRoles } from './code/export.ts'
import { importRoles } from './code/import.ts'
import { create } from './create.ts'
import { deleteRole } from './delete.ts'
import { deleted } from './deleted.ts'
import { describe } from './describe.ts'
import { edit } from './edit.ts'
import { get } from './get.ts'
import { hints } from './hints/hints.ts'
import { keepOpen } from './keep-open.ts'
import { list } from './list.ts'
import { matrixCsv } from './matrix-csv.ts'
import { operator } from './operator.ts'
import { own } from './own.ts'
import { preview } from './preview.ts'
import { restore } from './restore.ts'
import { rollBack } from './roll-back.ts'
import { says } from './says.ts'
import { versions } from './versions.ts'
import { whatCan } from './what-can.ts'
import { whoCan } from './who-can.ts'

/** Roles & Permissions. */
export const roles = feature('roles', {
  router: router({
    catalogue,
    list,
    get,
    blast,
    create,
    edit,
    delete: deleteRole,
    versions,
    describe,
    keepOpen,
    rollBack,
    deleted,
    restore,
    preview,
    whoCan,
    whatCan,
    own,
    hints,
    export: exportRoles,
    import: importRoles,
  }),
  routes: [accessCsv, matrixCsv],
  audit: says,
  news: guard.news({ roles: ['roles.view', 'team.view', 'audit.view'] }),
  operator,
})
