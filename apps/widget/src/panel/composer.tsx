import { Component, createRef } from 'preact'
import type { Chat } from './chat.ts'
import { Send } from './icons.tsx'
import { words } from './speech.ts'
import { most } from './state.ts'
import { TooLong } from './too-long.tsx'

interface Props {
  chat: Chat
  draft: string
}

/** Enter sends, Shift+Enter begins a new line; Enter that ends the choice of a character does neither. */
export class Composer extends Component<Props> {
  field = createRef<HTMLTextAreaElement>()

  /** As high as what is written, within what the style sheet allows. */
  fit = () => {
    const { style, scrollHeight } = this.field.current as HTMLTextAreaElement
    style.height = `${scrollHeight}px`
  }
  override componentDidMount() {
    // Asking for a height makes the browser lay out at once: only where there is something to fit.
    if (this.props.draft) this.fit()
  }
  override componentDidUpdate({ draft }: Props) {
    if (draft === this.props.draft) return
    ;(this.field.current as HTMLTextAreaElement).style.height = ''
    this.fit()
  }

  send = (event: Event) => {
    event.preventDefault()
    this.props.chat.send()
    this.field.current?.focus()
  }

  render({ chat, draft }: Props) {
    return (
      <form class="composer" onSubmit={this.send}>
        <textarea
          ref={this.field}
          rows={1}
          dir="auto"
          enterkeyhint="send"
          placeholder={words.write}
          aria-label={words.write}
          value={draft}
          onInput={(event) => chat.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229)
              this.send(event)
          }}
        />
        <TooLong text={draft} />
        <button type="submit" class="send" aria-label={words.send} aria-disabled={!draft.trim() || draft.length > most}>
          <Send />
        </button>
      </form>
    )
  }
}
