import type { Chat } from '@rolecall/protocol'
import { Button, Kbd, mayCall, plural, session, Tabs, tabPanel } from '@rolecall/ui'
import { useEffect, useRef } from 'preact/hooks'
import { draftOf, setDraft } from '../data/drafts.ts'
import { say } from '../data/say.ts'
import { words } from '../words.ts'
import { grow } from './grow.ts'
import { Kept } from './kept.tsx'
import { fieldId, kind } from './kind.ts'

const kinds = [
  { id: 'message', label: words.composer.reply, call: 'inbox.reply' },
  { id: 'note', label: words.composer.note, call: 'inbox.note' },
] as const

const limit = 10_000

/** Where an answer or a note is written. Each chat keeps its own draft of both, and keeps it when the right goes. */
export function Composer({ chat }: { chat: Chat }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const may = kinds.filter(({ call }) => mayCall(call))
  const could = useRef(may.length > 0)
  if (may.length > 0) could.current = true
  const chosen = may.find(({ id }) => id === kind.value) ?? may[0]
  const text = chosen ? draftOf(chat.id, chosen.id) : ''
  useEffect(() => grow(field.current), [text])
  useEffect(() => () => void (kind.value = 'message'), [])
  if (!chosen) return <Kept chatId={chat.id} lost={could.current} role={session.value?.role.name ?? ''} />

  const send = () => {
    const body = text.trim()
    if (!body || body.length > limit) return
    say(chat.id, chosen.id, body)
    setDraft(chat.id, chosen.id, '')
    field.current?.focus()
  }
  const isNote = chosen.id === 'note'
  const left = limit - text.length
  return (
    <form
      class={`composer${isNote ? ' is-note' : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div class="composer-tabs">
        <Tabs
          name="composer"
          label={words.composer.kinds}
          tabs={may}
          selected={chosen.id}
          onSelect={(to) => void (kind.value = to)}
        />
        {chat.status === 'closed' && !isNote && <span class="composer-closed">{words.composer.closed}</span>}
      </div>
      <div role="tabpanel" id={tabPanel('composer')} aria-labelledby={`composer-tab-${chosen.id}`}>
        <textarea
          id={fieldId}
          ref={field}
          class="composer-text"
          rows={2}
          value={text}
          maxLength={limit}
          dir="auto"
          aria-label={isNote ? words.composer.noteTo : words.composer.replyTo(chat.contact.name)}
          placeholder={isNote ? words.composer.noteTo : words.composer.replyTo(chat.contact.name)}
          data-call={chosen.call}
          enterkeyhint={touch() ? 'enter' : 'send'}
          onInput={(event) => setDraft(chat.id, chosen.id, event.currentTarget.value)}
          onKeyDown={(event) => onKey(event, send)}
        />
        <div class="composer-foot">
          {left < 500 ? (
            <span class="composer-left">{plural(left, words.composer.left)}</span>
          ) : (
            <span class="composer-hint" aria-hidden="true">
              <Kbd keys="enter" /> {words.composer.toSend} <Kbd keys="shift+enter" /> {words.composer.newLine}
            </span>
          )}
          <Button
            type="submit"
            kind={text.trim() ? 'primary' : 'secondary'}
            size="s"
            icon={isNote ? 'note' : 'send'}
            call={chosen.call}
          >
            {isNote ? words.composer.addNote : words.composer.send}
          </Button>
        </div>
      </div>
    </form>
  )
}

const touch = () => matchMedia('(pointer: coarse)').matches

/** Enter sends, Shift+Enter breaks the line; on a touch keyboard Enter breaks it too. Escape leaves the field. */
function onKey(event: KeyboardEvent, send: () => void): void {
  if (event.isComposing) return
  if (event.key === 'Escape') {
    event.preventDefault()
    ;(event.currentTarget as HTMLElement).blur()
  }
  const mod = event.metaKey || event.ctrlKey
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || (touch() && !mod)) return
  event.preventDefault()
  send()
}
