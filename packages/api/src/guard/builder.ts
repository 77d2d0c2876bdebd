import { initTRPC, type TRPCMiddlewareFunction } from '@trpc/server'
import { carrierOf } from '../refuse/errors.ts'
import { refusalFor } from '../refuse/refusal.ts'
import type { Context } from './context.ts'
import type { Cost } from './cost.ts'
import { type Callers, enforces, type Meta } from './door.ts'

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: { enabled: false },
    errorFormatter({ error, shape, ctx }) {
      const refusal = refusalFor(error, ctx?.requestId ?? '')
      const { trpc, status } = carrierOf(refusal.code)
      return { ...shape, message: refusal.message, data: { ...shape.data, code: trpc, httpStatus: status, refusal } }
    },
  })

export const router = t.router

/**
 * A procedure that carries a declaration and the middleware that enforces it. There is no other way to a procedure,
 * and only guard.ts may import this file for it: feature folders write `guard.may('inbox.view')`.
 */
export const declare = <Overrides>(
  callers: Callers,
  cost: Cost,
  enforce: TRPCMiddlewareFunction<Context, Meta, object, Overrides, unknown>,
) => {
  enforces(enforce, callers)
  return t.procedure.meta({ callers, cost }).use(enforce)
}
