import type { MemberContext } from '../guard/context.ts'

/** Writes down what became of a held request, and who said so. */
export async function decided(
  { tx, actor }: MemberContext,
  requestId: string,
  status: 'granted' | 'refused' | 'withdrawn',
  answer: string | null,
): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({ status, decided_by: actor.memberId, decided_name: actor.name, decided_at: new Date(), answer })
    .where('account_id', '=', actor.accountId)
    .where('id', '=', requestId)
    .execute()
}
