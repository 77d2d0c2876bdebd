import type { Invited, InviteLink } from '@rolecall/protocol'
import { Button, CopyField, Dialog, Notice } from '@rolecall/ui'
import { words } from './words.ts'

/** Who was invited, with the links, which are readable this once; and who was left out, and why. */
export function Links({ told: { made, left }, onDone }: { told: Invited; onDone: () => void }) {
  const [only, ...others] = made
  if (only && others.length + left.length === 0)
    return <Link made={only} title={words.inviteDone} email={only.email} onDone={onDone} />
  return (
    <Dialog
      open
      title={words.invitedMany(made.length)}
      closeLabel={words.close}
      onClose={onDone}
      footer={<Button onClick={onDone}>{words.close}</Button>}
    >
      <div class="stack">
        {left.map(({ email, why }) => (
          <Notice key={email} tone="warn" title={email}>
            {why}
          </Notice>
        ))}
        {only && <p>{only.mailed ? words.inviteMailedMany : words.inviteByHandMany}</p>}
        {made.map(({ email, link }) => (
          <CopyField key={email} label={email} value={link} />
        ))}
        {only && <p class="quiet">{words.inviteOnceMany}</p>}
      </div>
    </Dialog>
  )
}

/** One link. */
export function Link({ made, title, email, onDone }: LinkProps) {
  return (
    <Dialog
      open
      title={title}
      closeLabel={words.close}
      onClose={onDone}
      size="s"
      footer={<Button onClick={onDone}>{words.close}</Button>}
    >
      <div class="stack">
        <p>{made.mailed ? words.inviteMailed(email) : words.inviteByHand}</p>
        <CopyField label={words.inviteLink} value={made.link} hint={words.inviteOnce} />
      </div>
    </Dialog>
  )
}

interface LinkProps {
  made: InviteLink
  title: string
  email: string
  onDone: () => void
}
