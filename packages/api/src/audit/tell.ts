import type { MemberContext } from '../guard/context.ts'
import { labelOf } from '../guard/deny.ts'

/** What an entry holds beside who and when. */
interface Told {
  action: string
  detail: unknown
}

/**
 * An entry in words, by the sentence of the feature that wrote it. One of a feature that is gone, or that keeps
 * something that its sentence cannot read any more, is named as it is.
 */
export function tell(
  { sentences, catalogue }: Pick<MemberContext, 'sentences' | 'catalogue'>,
  { action, detail }: Told,
): string {
  const sentence = sentences.get(action)
  try {
    const kept = (typeof detail === 'object' ? detail : null) ?? {}
    if (sentence) return sentence.tell(kept as never, (permission) => labelOf(catalogue, permission))
  } catch {
    // Said below.
  }
  return `Did ${action}`
}
