import { session } from '@rolecall/ui'

/** What would shut oneself out, or make oneself less, is for somebody else to do. */
export const isMe = (memberId: string): boolean => session.value?.member.id === memberId
