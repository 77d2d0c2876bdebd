import { APIError } from 'better-auth/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readActor } from '../guard/actor.ts'
import type { House } from '../guard/context.ts'
import { refuse } from '../refuse/errors.ts'
import { count } from '../work/limits.ts'
import { passwordLength } from '../work/password.ts'
import { transact } from '../work/transact.ts'
import type { createAuth } from './auth.ts'
import { contextOf } from './request.ts'

const email = z.email().max(254)
const signIn = z.strictObject({ email, password: z.string().min(1).max(passwordLength.max) })
const forgotten = z.strictObject({ email, redirectTo: z.string().max(200).optional() })
const chosen = z.strictObject({
  newPassword: z.string().min(passwordLength.min).max(passwordLength.max),
  // Letters and digits, as better-auth makes it: it looks the token up as it came, and a NUL in it would be a 500.
  token: z.string().regex(/^[A-Za-z0-9]{1,200}$/, 'is not a token'),
})

// reliability.md 12. One count per person for every way of guessing; per address it is looser, as offices share one.
const perPerson = { name: 'guess', max: 20, minutes: 15 }
const perAddress = { name: 'guess', max: 100, minutes: 15 }
const perAddressReset = { name: 'reset', max: 20, minutes: 15 }

/** The four doors to better-auth, with our limits, our strict inputs and our refusals. */
export function identityRoutes(app: FastifyInstance, auth: ReturnType<typeof createAuth>, theHouse: House) {
  const { database, cookie } = theHouse
  const guess = async (request: FastifyRequest, whose: string) => {
    await count(database, perAddress, 'ip', request.ip)
    await count(database, perPerson, 'email', whose)
  }

  app.post('/auth/sign-in/email', async (request, reply) => {
    const body = signIn.parse(request.body)
    await guess(request, body.email)
    const { headers } = await orWrong(auth.api.signInEmail({ body, headers: plain(request), returnHeaders: true }))
    return reply.header('set-cookie', headers.getSetCookie()).send({ ok: true })
  })

  app.post('/auth/sign-out', async (request, reply) => {
    const ctx = contextOf(request, theHouse)
    if (ctx.credential.kind === 'session') {
      const { token } = ctx.credential
      await transact(theHouse, ctx.requestId, async (work) => {
        const actor = await readActor(work.tx, theHouse.catalogue, ctx.credential, false)
        await work.tx.deleteFrom('identity_session').where('token', '=', token).execute()
        if (!actor) return
        // Streams that this session opened end at once.
        work.accountId = actor.accountId
        work.events.push({ type: 'session', member_id: actor.memberId, data: { type: 'session' } })
      })
    }
    return reply.header('set-cookie', cookie.clear()).send({ ok: true })
  })

  app.post('/auth/request-password-reset', async (request, reply) => {
    const body = forgotten.parse(request.body)
    await guess(request, body.email)
    await auth.api.requestPasswordReset({ body: { email: body.email } })
    return send(reply)
  })

  app.post('/auth/reset-password', async (request, reply) => {
    const body = chosen.parse(request.body)
    await count(database, perAddressReset, 'ip', request.ip)
    await orStale(auth.api.resetPassword({ body }))
    return send(reply)
  })
}

const send = (reply: FastifyReply) => reply.send({ ok: true })

/** What better-auth may know of a request. No forwarded addresses: a client can write those. */
const plain = (request: FastifyRequest) =>
  new Headers({ 'user-agent': request.headers['user-agent']?.slice(0, 300) ?? '' })

const orWrong = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    return refuse('NOT_SIGNED_IN', 'Email or password is wrong. Try again, or ask for a new password.')
  })

const orStale = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    return refuse('INVALID_INPUT', 'This link was used already or is too old. Ask for a new one.')
  })

const isRefusal = (error: unknown) => error instanceof APIError && error.statusCode < 500
