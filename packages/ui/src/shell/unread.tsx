import { unseen } from '../data/title.ts'
import { plural } from '../format.ts'
import { Count } from '../parts/badge.tsx'
import { words } from '../words.ts'

/** How many chats have something unread, beside the way to them. */
export const Unread = () => <Count value={unseen.value} strong label={plural(unseen.value, words.unread)} />
