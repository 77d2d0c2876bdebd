import { randomUUID } from 'node:crypto'
import type { InviteLink } from '@rolecall/protocol'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoBarriers } from './axe.ts'
import { openSite } from './console-site.ts'

// An invitation from its link to the console, for somebody new and for somebody who is known.

const { browser, site } = await openSite()

async function invite(role: 'Agent' | 'Support', email = `${randomUUID().slice(0, 8)}@example.test`) {
  const input = { email, roleId: site.seed.roles[role], departmentIds: [] }
  const { data } = await site.as('Administrator').post<InviteLink>('team.invite', input)
  return { ...data, email, link: data.link.replace(site.url, site.front.url) }
}

async function visit(link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

test('somebody new says their name, chooses a password, and is in with the role of the invitation', async () => {
  const { link, email } = await invite('Support')
  const page = await visit(link)
  await page.getByRole('heading', { name: 'Join Harbour Books' }).waitFor()
  await page.getByText('Administrator Tester invites you to the team, as Support.').waitFor()
  await page.getByText(email).first().waitFor()
  await expectNoBarriers(page, 'the invitation')
  await page.getByLabel('Your name').fill('Rosa Delgado')
  await page.getByLabel('New password').fill('a short sentence is good')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/inbox/)
  const me = await page.evaluate(async () => (await (await fetch('/trpc/session.me')).json()).result.data)
  expect(me).toMatchObject({ member: { name: 'Rosa Delgado', email }, role: { name: 'Support' } })
  await page.context().close()

  const again = await visit(link)
  await again.getByRole('heading', { name: 'This invitation is not good any more' }).waitFor()
  await expectNoBarriers(again, 'a used invitation')
  await again.context().close()
})

test('somebody known proves it with the password they have', async () => {
  const first = await invite('Agent')
  const token = first.link.split('#')[1] ?? ''
  await site.with({}).post('join.accept', { token, name: 'Milan', password: 'a short sentence is good' })
  const member = await site.database.tenant(site.seed.accountId, (tx) =>
    tx
      .selectFrom('member')
      .innerJoin('identity_user', 'identity_user.id', 'member.user_id')
      .select('member.id')
      .where('identity_user.email', '=', first.email)
      .executeTakeFirstOrThrow(),
  )
  await site.as('Administrator').post('team.remove', { memberId: member.id })
  const { link } = await invite('Agent', first.email)
  const page = await visit(link)
  await page.getByLabel('Your password').fill('something else')
  await page.keyboard.press('Enter')
  await page.getByText('This is not the password of this address.').waitFor()
  await page.getByLabel('Your password').fill('a short sentence is good')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/inbox/)
  await page.context().close()
})

test('a link that was cut off says so', async () => {
  const page = await visit(`${site.front.url}/console/join#ri_nonsense`)
  await page.getByRole('heading', { name: 'This invitation is not good any more' }).waitFor()
  await page.context().close()
})
