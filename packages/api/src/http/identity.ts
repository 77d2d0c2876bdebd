import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../guard/context.ts'
import { endSession } from '../guard/end-session.ts'
import { refuse } from '../refuse/errors.ts'
import { id } from '../rows/input.ts'
import { count } from '../work/limits.ts'
import { passwordLength } from '../work/password.ts'
import { contextOf } from './request.ts'
import type { Reset } from './reset.ts'
import { signIn } from './sign-in.ts'
import { switchTo } from './switch.ts'

const email = z.email().max(254)
const entering = z.strictObject({ email, password: z.string().min(1).max(passwordLength.max), memberId: id.optional() })
const forgotten = z.strictObject({ email, redirectTo: z.string().max(200).optional() })
const chosen = z.strictObject({
  newPassword: z.string().min(passwordLength.min).max(passwordLength.max),
  // Letters and digits, as it is made: it is looked up as it came, and a NUL in it would be a 500.
  token: z.string().regex(/^[A-Za-z0-9]{1,200}$/, 'is not a token'),
})

// reliability.md 12. One count per person for every way of guessing; per address it is looser, as offices share one.
const perPerson = { name: 'guess', max: 20, minutes: 15 }
const perAddress = { name: 'guess', max: 100, minutes: 15 }
const perAddressReset = { name: 'reset', max: 20, minutes: 15 }

/** The doors by which somebody comes in, goes, or moves to another account, with our limits and strict inputs. */
export function identityRoutes(app: FastifyInstance, reset: Reset, theHouse: House) {
  const { database, cookie } = theHouse
  const guess = async (request: FastifyRequest, whose: string) => {
    await count(database, perAddress, 'ip', request.ip)
    await count(database, perPerson, 'email', whose)
  }
  const enter = (reply: FastifyReply, token: string) => send(reply.header('set-cookie', cookie.set(token)))

  app.post('/auth/sign-in/email', async (request, reply) => {
    const body = entering.parse(request.body)
    await guess(request, body.email)
    const come = await signIn(theHouse, { ...body, requestId: request.id, ip: request.ip })
    if (!come) return refuse('NOT_SIGNED_IN', 'Email or password is wrong. Try again, or ask for a new password.')
    if ('choose' in come) return reply.send({ ok: false, choose: come.choose })
    await endSession(contextOf(request, theHouse))
    return enter(reply, come.token)
  })

  app.post('/auth/switch', async (request, reply) => {
    const { memberId } = z.strictObject({ memberId: id }).parse(request.body)
    return enter(reply, await switchTo(contextOf(request, theHouse), memberId))
  })

  app.post('/auth/sign-out', async (request, reply) => {
    const ctx = contextOf(request, theHouse)
    // A page of somebody else's signs nobody out.
    await endSession(ctx, ctx.credential.kind === 'session' ? ctx.credential.member : undefined)
    return send(reply.header('set-cookie', cookie.clear()))
  })

  app.post('/auth/request-password-reset', async (request, reply) => {
    const body = forgotten.parse(request.body)
    await guess(request, body.email)
    await reset.ask(body.email, request)
    return send(reply)
  })

  app.post('/auth/reset-password', async (request, reply) => {
    const body = chosen.parse(request.body)
    await count(database, perAddressReset, 'ip', request.ip)
    await reset.choose(body.token, body.newPassword, request)
    return send(reply)
  })
}

const send = (reply: FastifyReply) => reply.send({ ok: true })
