import type { Chat } from '@rolecall/protocol'
import { Avatar, Badge, Button, Dot, Icon, IconButton, Menu, narrow } from '@rolecall/ui'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { contactShown, showContact } from '../contact/shown.ts'
import { type Place, pathOf } from '../place.ts'
import type { Row } from '../state/select.ts'
import { closeOrReopen, readOrUnread } from '../steer.ts'
import { words } from '../words.ts'
import { AssignMenu } from './assign-menu.tsx'
import { DeleteChat } from './delete-chat.tsx'

/** Who writes, where the chat stands, whose it is, and what may be done with it. */
export function Head({ chat, unread, place }: Row & { place: Place }) {
  const { route } = useLocation()
  const { contact, status } = chat
  const back = pathOf({ ...place, chatId: null })
  // On a phone the list, which has the page's title, is not there.
  const Name = narrow.value ? 'h1' : 'h2'
  return (
    <header class="thread-head">
      {narrow.value && <IconButton icon="back" label={words.thread.back} onClick={() => route(back)} />}
      <Avatar id={contact.id} name={contact.name} size={32} />
      <div class="thread-who">
        <Name class="thread-name truncate">
          <bdi>{contact.name}</bdi>
        </Name>
        <span class="thread-marks">
          <Badge tone={status === 'open' ? 'good' : 'plain'}>
            <Dot tone={status === 'open' ? 'good' : 'off'} />
            {words.head[status]}
          </Badge>
          {chat.department && (
            <span class="thread-department truncate" title={words.head.department(chat.department.name)}>
              <Icon name="tag" size={16} />
              <span class="visually-hidden">{words.head.inDepartment}</span> {chat.department.name}
            </span>
          )}
        </span>
      </div>
      <div class="thread-tools">
        <AssignMenu chat={chat} />
        <CloseButton chat={chat} go={(chatId) => route(pathOf({ ...place, chatId }))} />
        <MoreMenu chat={chat} unread={unread} back={back} />
        <IconButton
          icon="panel"
          label={words.head.showContact}
          pressed={contactShown.value}
          onClick={() => showContact(!contactShown.value)}
        />
      </div>
    </header>
  )
}

function CloseButton({ chat: { id, status }, go }: { chat: Chat; go: (chatId: string) => void }) {
  const isOpen = status === 'open'
  const label = isOpen ? words.head.close : words.head.reopen
  const act = () => void closeOrReopen(id, go)
  if (narrow.value)
    return (
      <IconButton
        icon={isOpen ? 'check' : 'reopen'}
        label={label}
        call={isOpen ? 'inbox.close' : 'inbox.reopen'}
        onClick={act}
      />
    )
  return (
    <Button size="s" icon={isOpen ? 'check' : 'reopen'} call={isOpen ? 'inbox.close' : 'inbox.reopen'} onClick={act}>
      {label}
    </Button>
  )
}

/** What is done rarely. Without the right to any of it, the button is not there either. */
function MoreMenu({ chat, unread, back }: Row & { back: string }) {
  const { route } = useLocation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Menu
        label={words.head.more}
        align="end"
        trigger={({ open, toggle }) => (
          <IconButton icon="more" label={words.head.more} hasPopup="menu" expanded={open} onClick={toggle} />
        )}
        items={[
          {
            id: 'unread',
            label: unread > 0 ? words.head.read : words.head.unread,
            icon: 'mail',
            call: unread > 0 ? 'inbox.read' : 'inbox.unread',
            onSelect: () => readOrUnread(chat.id, () => route(back)),
          },
          {
            id: 'delete',
            label: words.head.delete,
            icon: 'trash',
            danger: true,
            call: 'inbox.delete',
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <DeleteChat chat={chat} back={back} asking={asking} onDone={() => setAsking(false)} />
    </>
  )
}
