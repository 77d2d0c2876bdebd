import { type Catalogue, permissionsOf, type Risk } from '@rolecall/permissions'
import type { Can } from '@rolecall/protocol'
import { z } from 'zod'
import { refuse } from '../refuse/errors.ts'

/** The name of a permission. Which ones there are is the catalogue's to say, sections of sibling apps included. */
export const permission = z.string().max(100)

/** @throws INVALID_INPUT where the catalogue has no such permission */
export function mustExist({ bits }: Catalogue, name: string): void {
  if (bits.at.has(name)) return
  refuse('INVALID_INPUT', 'There is no such permission. Check its spelling.', {
    fields: [{ path: 'permission', message: 'not a permission' }],
  })
}

/** A permission as screens show it. What the catalogue no longer has is shown by its name. */
export function labelled(catalogue: Catalogue, name: string): { name: string; label: string; risk: Risk } {
  const action = sectionOf(catalogue, name)?.actions[name.slice(name.indexOf('.') + 1)]
  return { name, label: action?.label ?? name, risk: action?.risk ?? 'low' }
}

/** The same under the name of its section. */
export function canOf(catalogue: Catalogue, name: string): Can {
  return { name, label: labelled(catalogue, name).label, section: sectionOf(catalogue, name)?.label ?? '' }
}

const sectionOf = ({ sections }: Catalogue, name: string) =>
  sections.find((one) => permissionsOf(one).includes(name as never))
