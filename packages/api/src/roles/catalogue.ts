import { toJson } from '@rolecall/permissions'
import type { CatalogueSection } from '@rolecall/protocol'
import { guard } from '../guard/guard.ts'
import { nothing } from '../rows/input.ts'
import { idleIn } from './idle.ts'

/** All that a role can be made of: the cards of the role editor, sections of sibling apps included. */
export const catalogue = guard
  .may('roles.view')
  .input(nothing)
  .query(({ ctx }): CatalogueSection[] => {
    const isIdle = idleIn(ctx.doors)
    return toJson(ctx.catalogue).sections.map((section) => ({
      ...section,
      permissions: section.permissions.map(({ needs, ...rest }) => ({
        ...rest,
        needs: [...needs],
        idle: isIdle(rest.name),
      })),
    }))
  })
