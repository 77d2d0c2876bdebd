import type { OutgoingHttpHeaders } from 'node:http'
import { faultIn, refusalIn } from '../bad-input/refusal.ts'
import { type Got, send } from '../bad-input/send.ts'
import type { Target } from './target.ts'

/** Reads what may not change: here, by a call that is refused; elsewhere, by any call at all. */
export interface Watch {
  here(): Promise<unknown>
  elsewhere(): Promise<unknown>
}

export interface Outcome {
  sent: number
  taken: number
  refused: Record<string, number>
  /** What went wrong, each with the input that did it. */
  faults: string[]
}

/** Refusals at once: what is refused changes nothing, so the order does not matter. */
const abreast = 6

/**
 * Sends every text to the door. What its schema refuses goes first, all of it, and must leave no trace together; then
 * the rest one by one, each refusal watched for itself.
 */
export async function probe(
  url: string,
  target: Target,
  texts: readonly string[],
  caller: OutgoingHttpHeaders,
  watch: Watch,
  between: () => Promise<void>,
): Promise<Outcome> {
  const outcome: Outcome = { sent: 0, taken: 0, refused: {}, faults: [] }
  const blame = (text: string, fault: string) => outcome.faults.push(`${target.name} ← ${text.slice(0, 500)}: ${fault}`)

  const knock = async (text: string): Promise<Got> => {
    const { headers, ...sent } = target.request(text)
    const got = await send(url, { ...sent, headers: { ...caller, ...headers } })
    outcome.sent++
    const code = got.status < 400 ? 'taken' : (refusalIn(got)?.code ?? `${got.status}`)
    if (code === 'taken') outcome.taken++
    else outcome.refused[code] = (outcome.refused[code] ?? 0) + 1
    const fault = code === 'taken' ? undefined : faultIn(got)
    if (fault) blame(text, fault)
    if (code === 'TOO_MANY') blame(text, 'the limiter answered: nothing was tried')
    return got
  }

  const elsewhere = await watch.elsewhere()
  let here = await watch.here()
  const same = async (text: string) => {
    const now = await watch.here()
    if (JSON.stringify(now) !== JSON.stringify(here)) blame(text, `it left a trace: ${JSON.stringify([here, now])}`)
    here = now
  }

  const fit = new Map(texts.map((text) => [text, target.fits(text)]))
  const unfit = texts.filter((text) => !fit.get(text))
  for (let at = 0; at < unfit.length; at += abreast) {
    await between()
    await Promise.all(
      unfit.slice(at, at + abreast).map(async (text) => {
        const { status } = await knock(text)
        if (status < 400) blame(text, `its own schema refuses this, and it answers ${status}`)
      }),
    )
  }
  if (unfit.length > 0) await same(`one of ${unfit.length} unfit inputs`)

  for (const [at, text] of texts.filter((one) => fit.get(one)).entries()) {
    if (at % abreast === 0) await between()
    const { status } = await knock(text)
    if (target.changes && status >= 400) await same(text)
    else if (target.changes) here = await watch.here()
  }
  if (!target.changes) await same('a question')
  if (JSON.stringify(await watch.elsewhere()) !== JSON.stringify(elsewhere)) blame('', 'something changed elsewhere')
  return outcome
}
