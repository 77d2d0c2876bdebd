import type { OutgoingHttpHeaders } from 'node:http'
import { faultIn, refusalIn } from '../bad-input/refusal.ts'
import { type Got, send } from '../bad-input/send.ts'
import type { Target } from './target.ts'

/** What a call may not change. */
export interface Watch {
  /** What was changed here since this was asked before: nothing, by a call that is refused. */
  here(): Promise<string[]>
  /** Reads what no call at all may change. */
  elsewhere(): Promise<unknown>
}

export interface Outcome {
  sent: number
  taken: number
  refused: Record<string, number>
  /** What went wrong, each with the input that did it. */
  faults: string[]
}

/** So many at once of what changes nothing: the order does not matter. */
const abreast = 6

/**
 * Sends every text to the door. What its schema refuses goes first, together with nothing else, then the rest: of an act
 * one by one, for what is taken in between would hide what a refusal leaves.
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
    const fault = got.status < 400 ? undefined : faultIn(got)
    if (fault) blame(text, fault)
    if (codeOf(got) === 'TOO_MANY') blame(text, 'the limiter answered: nothing was tried')
    return got
  }
  const counted = async (text: string): Promise<Got> => {
    const got = await knock(text)
    const code = codeOf(got)
    outcome.sent++
    if (code === 'taken') outcome.taken++
    else outcome.refused[code] = (outcome.refused[code] ?? 0) + 1
    return got
  }

  /** Sends them and looks once; where something was changed, once more and one by one, to name which did it. */
  const quietly = async (some: readonly string[], each = counted) => {
    await watch.here()
    for (let at = 0; at < some.length; at += abreast) {
      await between()
      await Promise.all(some.slice(at, at + abreast).map(each))
    }
    const trace = await watch.here()
    if (trace.length === 0) return
    const known = outcome.faults.length
    for (const text of some) {
      await between()
      await knock(text)
      const own = await watch.here()
      if (own.length > 0) blame(text, `it left a trace: ${own.join(', ')}`)
    }
    if (outcome.faults.length === known) blame('', `together they left a trace: ${trace.join(', ')}`)
  }

  const elsewhere = JSON.stringify(await watch.elsewhere())
  const unfit = (text: string) => !target.fits(text)
  const refusedBySchema = async (text: string) => {
    const got = await counted(text)
    if (got.status < 400) blame(text, `its own schema refuses this, and it answers ${got.status}`)
    return got
  }
  await quietly(texts.filter(unfit), refusedBySchema)

  const fit = texts.filter((text) => !unfit(text))
  if (target.changes) {
    await watch.here()
    for (const [at, text] of fit.entries()) {
      if (at % abreast === 0) await between()
      const { status } = await counted(text)
      const trace = await watch.here()
      if (status >= 400 && trace.length > 0) blame(text, `it left a trace: ${trace.join(', ')}`)
    }
  } else await quietly(fit)
  const after = JSON.stringify(await watch.elsewhere())
  if (after !== elsewhere) blame('', `something changed elsewhere: from ${elsewhere} to ${after}`)
  return outcome
}

const codeOf = (got: Got): string => (got.status < 400 ? 'taken' : (refusalIn(got)?.code ?? `${got.status}`))
