import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Context } from '../guard/context.ts'

/** Whoever had too much waits this long for being told so: a program in a loop then asks twice a second, not a thousand times. */
const pauseMs = 500
/** Answers that wait at once. Beyond that they are given at once: to remember them would cost more than to refuse. */
const mostWaiting = 1000
let waiting = 0

/**
 * Says what is left of an allowance (draft-ietf-httpapi-ratelimit-headers-11), and when to try again (RFC 9110, 10.2.3).
 */
export async function tellRate(
  { rate, retryAfter }: Pick<Context, 'rate' | 'retryAfter'>,
  reply: FastifyReply,
): Promise<void> {
  if (rate) {
    reply.header('ratelimit-policy', `"${rate.payer}";q=${rate.quota};w=${rate.seconds}`)
    reply.header('ratelimit', `"${rate.payer}";r=${rate.left};t=${rate.seconds}`)
  }
  if (retryAfter === undefined) return
  reply.header('retry-after', retryAfter)
  if (!rate || waiting >= mostWaiting) return
  waiting++
  await sleep(pauseMs, undefined, { ref: false })
  waiting--
}
