import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import { guard } from '../guard/guard.ts'
import type { Route } from '../guard/route.ts'
import type { Sightings } from '../work/sightings.ts'
import type { Live } from './live.ts'
import { MemberStream } from './member.ts'
import { resumesAfter } from './resume.ts'
import type { Stream } from './stream.ts'
import { VisitorStream } from './visitor.ts'
import { Wire } from './wire.ts'

/** The two doors to the hub. What leaves through them is decided per event (sight.ts, visitor-view.ts). */
export const liveRoutes = (live: Live, sightings: Sightings): Route[] => [
  guard.memberRoute('live', 'GET /live', async ({ request, reply, open, ends, actor }) => {
    stream(live, reply, actor.accountId, resumesAfter(request), (wire) => new MemberStream(wire, open, ends, sightings))
  }),

  guard.visitorRoute('visitor.live', 'GET /visitor/live', async ({ request, reply, open, visitor }) => {
    const { accountId, chatId } = visitor
    const after = resumesAfter(request)
    stream(live, reply, accountId, null, (wire) => new VisitorStream(wire, open, chatId, after))
  }),
]

function stream(
  { hub, store }: Live,
  reply: FastifyReply,
  accountId: string,
  after: number | null,
  make: (wire: Wire) => Stream,
) {
  const headers = reply.getHeaders() as OutgoingHttpHeaders
  reply.hijack()
  const wire = new Wire(reply.raw, headers)
  const reader = make(wire)
  wire.onClose(() => hub.leave(accountId, reader))
  reader.start({ hub, store, accountId }, after)
}
