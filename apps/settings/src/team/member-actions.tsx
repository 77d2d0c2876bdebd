import type { Member } from '@rolecall/protocol'
import { api, Confirm, IconButton, Menu } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { attempt } from '../data/attempt.ts'
import { memberPath } from '../paths.ts'
import { lookThrough } from '../roles/look.ts'
import { ChooseDepartments } from './choose-departments.tsx'
import { isMe } from './me.ts'
import { Remove } from './remove.tsx'
import { words } from './words.ts'

/** What can be done to one member, as far as one may. */
export function MemberActions({ member }: { member: Member }) {
  const { id, name, manage, place, hidden, status } = member
  const { route } = useLocation()
  const [asking, setAsking] = useState<'departments' | 'sign-out' | 'deactivate' | 'remove' | null>(null)
  const close = () => setAsking(null)
  const input = { memberId: id }
  const reactivate = () => attempt(() => api.team.reactivate.mutate(input), { text: words.reactivated(name) })
  const hide = (hidden: boolean) =>
    attempt(() => put(hidden), { text: words.nowHidden(name, hidden), undo: () => put(!hidden) })
  const put = (hidden: boolean) => api.team.setHidden.mutate({ memberId: id, hidden })
  const signOut = () => {
    close()
    return attempt(() => api.team.signOut.mutate(input), { text: words.signedOut(name) })
  }
  const deactivate = async () => {
    close()
    await attempt(
      () => api.team.deactivate.mutate(input),
      ({ kept }) => ({
        text: words.deactivated(name, kept),
        // Whose chats one does not see, one does not let in again.
        ...(kept === 0 && { undo: () => api.team.reactivate.mutate(input) }),
      }),
    )
  }
  return (
    <>
      <Menu
        label={words.more(name)}
        align="end"
        items={[
          { id: 'profile', label: words.profile, icon: 'user', onSelect: () => route(memberPath(id)) },
          status === 'active' && !isMe(id)
            ? {
                id: 'look',
                label: words.look,
                icon: 'panel',
                call: 'roles.preview',
                onSelect: () => void lookThrough({ memberId: id }),
              }
            : null,
          place.may
            ? {
                id: 'departments',
                label: words.changeDepartments,
                icon: 'tag',
                call: 'team.changeDepartments',
                onSelect: () => setAsking('departments'),
              }
            : null,
          manage.may
            ? {
                id: 'hidden',
                label: hidden ? words.show : words.hide,
                icon: 'globe',
                call: 'team.setHidden',
                onSelect: () => void hide(!hidden),
              }
            : null,
          manage.may && status === 'active' && !isMe(id)
            ? {
                id: 'sign-out',
                label: words.signOut,
                icon: 'sign-out',
                call: 'team.signOut',
                ruled: true,
                onSelect: () => setAsking('sign-out'),
              }
            : null,
          manage.may && status === 'active' && !isMe(id)
            ? {
                id: 'deactivate',
                label: words.deactivate,
                icon: 'lock',
                call: 'team.deactivate',
                onSelect: () => setAsking('deactivate'),
              }
            : null,
          manage.may && status === 'deactivated'
            ? {
                id: 'reactivate',
                label: words.reactivate,
                icon: 'reopen',
                call: 'team.reactivate',
                ruled: true,
                onSelect: () => void reactivate(),
              }
            : null,
          manage.may && !isMe(id)
            ? {
                id: 'remove',
                label: words.remove,
                icon: 'trash',
                call: 'team.remove',
                danger: true,
                onSelect: () => setAsking('remove'),
              }
            : null,
        ]}
        trigger={({ open, toggle }) => (
          <IconButton icon="more" label={words.more(name)} hasPopup="menu" expanded={open} onClick={toggle} />
        )}
      />
      {asking === 'departments' && <ChooseDepartments members={[member]} onDone={close} />}
      <Confirm
        open={asking === 'sign-out'}
        title={words.signOutTitle(name)}
        body={words.signOutBody}
        yes={words.signOutYes}
        no={words.cancel}
        call="team.signOut"
        onYes={() => void signOut()}
        onNo={close}
      />
      <Confirm
        open={asking === 'deactivate'}
        title={words.deactivateTitle(name)}
        body={words.deactivateBody}
        yes={words.deactivateYes}
        no={words.cancel}
        call="team.deactivate"
        onYes={() => void deactivate()}
        onNo={close}
      />
      {asking === 'remove' && <Remove member={member} onDone={close} />}
    </>
  )
}
