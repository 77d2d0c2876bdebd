import { type AnyTRPCProcedure, type AnyTRPCRouter, getTRPCErrorFromUnknown } from '@trpc/server'
import { getHTTPStatusCode } from '@trpc/server/http'
import { getErrorShape } from '@trpc/server/unstable-core-do-not-import'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, house } from '../guard/context.ts'
import { Refused, refuse, retryAfterOf } from '../refuse/errors.ts'
import { tellRate } from './rate.ts'

/** Calls in one request. */
export const maxBatchSize = 20

type Envelope = { result: { data: unknown } } | { error: unknown }

/**
 * tRPC's HTTP protocol (https://trpc.io/docs/rpc) for queries by GET and mutations by POST, without the detour over
 * fetch's Request and Response that the stock adapter takes on every call. Calls of a batch run one after the other: a
 * single client then never holds more than one database connection, and writes keep the order they were sent in.
 */
export async function serveTrpc(
  router: AnyTRPCRouter,
  ctx: Context,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { input, batch } = request.query as { input?: unknown; batch?: unknown }
  const isBatch = batch === '1'
  const paths = isBatch ? path.split(',') : [path]
  if (paths.length > maxBatchSize) refuse('INVALID_INPUT', `A batch holds at most ${maxBatchSize} calls. Send fewer.`)

  const type = request.method === 'GET' ? 'query' : 'mutation'
  const inputs = type === 'query' ? parse(input) : request.body
  const answers: Envelope[] = []
  for (const [index, at] of paths.entries()) {
    answers.push(await call(router, ctx, type, at, index, isBatch ? pick(inputs, index) : inputs))
  }
  await tellRate(ctx, reply)
  if (ctx.cookies.length > 0) reply.header('set-cookie', ctx.cookies)
  const body = isBatch ? answers : answers[0]
  return reply
    .code(getHTTPStatusCode(body as Parameters<typeof getHTTPStatusCode>[0]))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}

export const noSuchCall = (): never => refuse('NOT_FOUND', 'There is no such call. Check its spelling and its method.')

async function call(
  router: AnyTRPCRouter,
  ctx: Context,
  type: 'query' | 'mutation',
  path: string,
  batchIndex: number,
  input: unknown,
): Promise<Envelope> {
  // A record without a prototype: `constructor` and the like are not in it.
  const procedure: AnyTRPCProcedure | undefined = router._def.procedures[path]
  try {
    if (procedure?._def.type !== type) return noSuchCall()
    const getRawInput = async () => input
    return { result: { data: await procedure({ ctx, path, type, batchIndex, getRawInput, signal: undefined }) } }
  } catch (cause) {
    return { error: shapeOf(router, ctx, cause, type, path) }
  }
}

/** The error as tRPC's clients expect it, with our refusal inside. What is our fault is logged here, once. */
export function shapeOf(
  router: AnyTRPCRouter,
  ctx: Context,
  cause: unknown,
  type: 'query' | 'mutation' | 'unknown',
  path: string | undefined,
) {
  const error = getTRPCErrorFromUnknown(cause)
  const wait = retryAfterOf(error)
  if (wait !== undefined) ctx.retryAfter = Math.max(wait, ctx.retryAfter ?? 0)
  const shape = getErrorShape({ config: router._def._config, error, type, path, input: undefined, ctx })
  if (shape.data.httpStatus >= 500) {
    ctx[house].log.error({ requestId: ctx.requestId, path, err: error.cause ?? error }, shape.data.refusal.code)
  } else {
    ctx[house].log.debug({ requestId: ctx.requestId, path, code: shape.data.refusal.code }, 'refused')
  }
  return shape
}

function parse(input: unknown): unknown {
  if (input === undefined) return undefined
  try {
    if (typeof input === 'string') return JSON.parse(input)
  } catch {
    // Answered below, like any other input that is not JSON.
  }
  return refuse('INVALID_INPUT', 'The input is not JSON. Encode it as JSON and send again.')
}

function pick(inputs: unknown, index: number): unknown {
  if (inputs === undefined || inputs === null) return undefined
  if (typeof inputs !== 'object' || Array.isArray(inputs)) {
    throw new Refused('INVALID_INPUT', 'The input of a batch is an object with one input per call, by its number.')
  }
  return Object.hasOwn(inputs, index) ? (inputs as Record<number, unknown>)[index] : undefined
}
