import { Component } from 'preact'
import type { Who } from '../bridge.ts'
import { Refused } from './call.ts'
import type { Chat } from './chat.ts'
import { focus } from './focus.ts'
import { words } from './speech.ts'
import { most } from './state.ts'
import { TooLong } from './too-long.tsx'
import { uuid } from './uuid.ts'

interface Props {
  chat: Chat
  draft: string
  who: Who
  open: boolean
}

const fieldsOf = (form: HTMLFormElement) => form.querySelectorAll('input')

/** While nobody is there: a message with a name and an address to write to. It becomes a chat. */
export class Form extends Component<Props, { problem: string; busy: boolean }> {
  override state = { problem: '', busy: false }
  /** Of this message, however often it is sent. */
  id = uuid()

  override componentDidMount() {
    // It was opened before this file was there.
    if (this.props.open && document.activeElement === document.body) focus()
  }

  submit = (event: SubmitEvent) => {
    event.preventDefault()
    // Spaces alone are nothing: the browser says so at the field, in its own words.
    for (const field of fieldsOf(event.currentTarget as HTMLFormElement)) field.value = field.value.trim()
    if (!(event.currentTarget as HTMLFormElement).reportValidity() || this.props.draft.length > most) return
    if (!this.state.busy) void this.leave(event.currentTarget as HTMLFormElement)
  }

  async leave(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form)
    const text = (name: string) => (data.get(name) as string).trim()
    this.setState({ busy: true, problem: '' })
    try {
      await this.props.chat.leave({ name: text('name'), email: text('email') }, this.id)
    } catch (error) {
      // What is refused is said at its field, until something else is written there.
      const { fields = [] } = error as Partial<Refused>
      for (const { path, message } of fields) {
        const field = form.elements.namedItem(path)
        if (!(field instanceof HTMLInputElement)) continue
        field.setCustomValidity(message)
        field.addEventListener('input', () => field.setCustomValidity(''), { once: true })
      }
      const slow = error instanceof Refused && error.code === 'TOO_MANY'
      this.setState({ busy: false, problem: slow ? words.slow : `${words.failed} ${words.again}.` })
      form.reportValidity()
    }
  }

  render({ chat, draft, who }: Props) {
    const { problem, busy } = this.state
    return (
      <form class="leave" onSubmit={this.submit}>
        <p>{words.leave}</p>
        <label>
          {words.name}
          <input name="name" required maxLength={200} autocomplete="name" dir="auto" defaultValue={who.name ?? ''} />
        </label>
        <label>
          {words.email}
          <input
            name="email"
            type="email"
            required
            maxLength={254}
            autocomplete="email"
            defaultValue={who.email ?? ''}
          />
        </label>
        <label>
          {words.message}
          <textarea required dir="auto" value={draft} onInput={(event) => chat.write(event.currentTarget.value)} />
        </label>
        <TooLong text={draft} />
        <p class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="main" aria-disabled={busy}>
          {busy ? words.sending : words.send}
        </button>
      </form>
    )
  }
}
