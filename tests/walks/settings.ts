import type { Locator } from 'playwright-core'
import { look } from '../controls.ts'
import type { Walk } from './walk.ts'

/** Everything in the settings that calls a procedure which changes or takes out something, by that procedure. */
const controls = [
  'team.setRole',
  'team.setRoles',
  'team.setDepartments',
  'team.deactivate',
  'team.reactivate',
  'team.remove',
  'team.invite',
  'team.resendInvite',
  'team.revokeInvite',
  'departments.create',
  'departments.rename',
  'departments.delete',
  'access.grant',
  'access.refuse',
  'access.give',
  'access.end',
  'roles.create',
  'roles.edit',
  'roles.delete',
  'roles.versions',
  'roles.rollBack',
  'roles.preview',
  'roles.accessCsv',
  'roles.import',
  'audit.export',
  'billing.changePlan',
]

/** Walks through every page of the settings and notes every control that is there. */
async function walk({ page, url, quiet }: Walk): Promise<Set<string>> {
  const seen = new Set<string>()
  const note = async () => {
    await quiet()
    await look(page, seen)
  }
  const open = async (path: string) => {
    await page.goto(`${url}/settings/${path}`)
    await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
    await note()
  }
  /** Presses what may not be there. */
  const press = async (what: Locator) => {
    if ((await what.count()) === 0) return false
    await what.first().click()
    await note()
    return true
  }
  const openMenu = async (name: string) => {
    if (await press(page.getByRole('button', { name: `More for ${name}` }))) await page.keyboard.press('Escape')
  }

  await open('team')
  // Somebody who works, and somebody who has left.
  for (const name of ['Bartek Zielinski', 'Viktor Hansen']) await openMenu(name)
  await press(page.getByRole('checkbox', { name: 'Choose Bartek Zielinski' }))
  if (await press(page.getByRole('link', { name: 'Bartek Zielinski' }))) {
    await page.getByRole('heading', { name: 'Bartek Zielinski' }).waitFor()
    await note()
  }
  await open('team/invites')
  await open('team/departments')
  await openMenu('Orders')
  for (const path of ['requests', 'roles', 'access', 'hints', 'code', 'history', 'plan']) await open(path)
  // A custom role with something unsaved, its menu, and how it came to be what it is.
  await open('roles')
  if (await press(page.getByRole('link', { name: 'Night shift' }))) {
    await page.getByRole('heading', { name: 'Night shift' }).waitFor()
    await quiet()
    await press(page.getByRole('switch', { name: 'Full Access' }).and(page.locator(':enabled')))
    await openMenu('this role')
    await press(page.getByRole('button', { name: 'More for this role' }))
    await press(page.getByRole('menuitem', { name: 'Versions' }))
    await press(page.getByRole('button', { name: 'Roll back to this' }))
  }
  return seen
}

export const inSettings = { controls, walk }
