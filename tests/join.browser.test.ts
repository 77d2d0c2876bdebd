import { randomUUID } from 'node:crypto'
import { seedAccount } from '@rolecall/db/testing'
import type { InviteLink } from '@rolecall/protocol'
import type { BrowserContext, Page } from 'playwright-core'
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
  await page.getByText('This is not the password that you had.').waitFor()
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

const password = 'a short sentence is good'

/** Somebody who joined, at their inbox. */
async function joined(name: string, context?: BrowserContext) {
  const { link, email } = await invite('Agent')
  const own = context ?? (await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' }))
  const page = await own.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('New password').fill(password)
  return { page, email, context: own, enter: () => page.getByRole('button', { name: 'Join the team' }).click() }
}

test('a tab of Ana’s waits when somebody else joins beside it, and nothing goes out in their name', async () => {
  const { chatId } = await site.visitor('Vera', 'Is anybody there?')
  const ana = await joined('Ana Ruiz')
  await ana.enter()
  await ana.page.waitForURL(/\/console\/inbox/)
  await ana.page.goto(`${site.front.url}/console/inbox/all/${chatId}`)
  const box = ana.page.getByRole('textbox', { name: /reply|message/i }).first()
  await box.fill('Ana writes this')
  const zed = await joined('Zed Moss', ana.context)
  await zed.page.getByText('You are signed in as Ana Ruiz of Harbour Books here now.').waitFor()
  await zed.enter()
  await zed.page.waitForURL(/\/console\/inbox/)
  const door = ana.page.getByRole('dialog', { name: 'You are signed in as Zed Moss of Harbour Books here now' })
  await door.waitFor()
  await ana.page.setViewportSize({ width: 390, height: 844 })
  await expectNoBarriers(ana.page, 'a page of somebody else')
  await ana.page.setViewportSize({ width: 1200, height: 800 })
  await door.getByLabel('Password of Ana Ruiz').fill(password)
  await ana.page.keyboard.press('Enter')
  await door.waitFor({ state: 'detached' })
  expect(await box.inputValue()).toBe('Ana writes this')
  await box.press('Enter')
  const said = async () =>
    await site.database.tenant(site.seed.accountId, (tx) =>
      tx
        .selectFrom('message')
        .select(['author_name', 'body'])
        .where('chat_id', '=', chatId)
        .where('author_kind', '=', 'member')
        .execute(),
    )
  await expect.poll(said).toEqual([{ author_name: 'Ana Ruiz', body: 'Ana writes this' }])
  // And now the other way round: Zed's tab waits, and goes on as Ana where Zed says so.
  const other = zed.page.getByRole('dialog', { name: 'You are signed in as Ana Ruiz of Harbour Books here now' })
  await other.getByRole('button', { name: 'Go on as Ana Ruiz' }).click()
  await zed.page.getByRole('button', { name: 'Ana Ruiz' }).waitFor()
  await ana.context.close()
})

test('who works in several accounts chooses at sign-in, by keyboard, and moves on from the menu', async () => {
  const ana = await joined('Bea Lund')
  await ana.enter()
  await ana.page.waitForURL(/\/console\/inbox/)
  const other = await seedAccount(site.database, { name: 'Elsewhere Shipping', chats: false })
  await site.database.tenant(other.accountId, async (tx) => {
    const { id: user_id } = await tx
      .selectFrom('identity_user')
      .select('id')
      .where('email', '=', ana.email)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('member')
      .values({ account_id: other.accountId, id: randomUUID(), user_id, role_id: other.roles.Support })
      .execute()
  })
  const here = ana.page.getByText('Harbour Books').first()
  const there = ana.page.getByText('Elsewhere Shipping').first()
  await here.waitFor()
  await ana.page.getByRole('button', { name: 'Bea Lund' }).click()
  await ana.page.getByRole('menuitemradio', { name: 'Elsewhere Shipping, as Support' }).waitFor()
  const end = await ana.page.getByRole('menuitem', { name: 'Sign out' }).boundingBox()
  expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThan(800)
  const second = await ana.context.newPage()
  await second.goto(`${site.front.url}/console/inbox`)
  await second.getByText('Harbour Books').first().waitFor()
  await ana.page.getByRole('menuitemradio', { name: 'Elsewhere Shipping, as Support' }).click()
  await there.waitFor()
  await second.getByRole('button', { name: 'Back to Harbour Books' }).click()
  await second.getByRole('dialog').waitFor({ state: 'detached' })
  await ana.page.getByRole('button', { name: 'Back to Elsewhere Shipping' }).waitFor()
  await ana.context.close()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${site.front.url}/console/inbox`)
  await page.getByLabel('Email').fill(ana.email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
  await expectNoBarriers(page, 'choosing an account')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Harbour Books')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !document.querySelector('.door'))
  const me = await page.evaluate(async () => (await (await fetch('/trpc/session.me')).json()).result.data)
  expect(me).toMatchObject({ account: { name: 'Elsewhere Shipping' }, role: { name: 'Support' } })
  await context.close()
})

test('whoever has tokens finds them in their own menu, and ends them', async () => {
  const { email } = site.seed.members.Support
  await site.api.operator.createToken(email, { permissions: ['inbox.view'], name: 'Old script' })
  const desk = await site.open(browser, 'Support', 'inbox')
  await desk.page.getByRole('button', { name: 'Support Tester' }).click()
  await desk.page.getByRole('menuitem', { name: 'Your profile' }).click()
  await desk.page.getByRole('row', { name: 'Old script' }).waitFor()
  await expectNoBarriers(desk.page, 'one’s own tokens')
  await desk.page.getByRole('button', { name: 'Revoke Old script' }).click()
  await desk.page.getByRole('button', { name: 'Revoke token' }).click()
  await desk.page.getByText('No token acts for you').waitFor()
  await desk.leave()
})
