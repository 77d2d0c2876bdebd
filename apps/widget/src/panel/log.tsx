import { Component, type ComponentChildren, createRef } from 'preact'
import type { Chat } from './chat.ts'
import { Down } from './icons.tsx'
import { Lines } from './lines.tsx'
import { words } from './speech.ts'
import type { State } from './state.ts'

interface Props {
  state: State
  chat: Chat
  open: boolean
  children: ComponentChildren
}

/** Nearer to the end than this many pixels counts as at the end. */
const near = 60

/** The conversation. It stays where the reader is: at the end, it follows; further up, it says that there is more. */
export class Log extends Component<Props, { low: boolean }> {
  override state = { low: true }
  box = createRef<HTMLDivElement>()
  // A keyboard or a growing composer takes room away from the end, not from what is being read.
  watcher = new ResizeObserver(() => this.state.low && this.toEnd())
  look = () => {
    if (this.props.open && this.state.low && document.visibilityState === 'visible') this.props.chat.see()
  }

  toEnd = () => this.box.current?.scrollTo(0, this.box.current.scrollHeight)

  measure = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.box.current as HTMLDivElement
    const low = scrollHeight - scrollTop - clientHeight < near
    if (low !== this.state.low) this.setState({ low })
  }

  override componentDidMount() {
    this.watcher.observe(this.box.current as HTMLDivElement)
    document.addEventListener('visibilitychange', this.look)
    this.look()
  }

  override componentDidUpdate(before: Props) {
    // One's own message is always shown; another's only to a reader who is at the end.
    const { lines, draft } = this.props.state
    const newest = lines.at(-1)
    const wrote = newest?.mine && newest.id !== before.state.lines.at(-1)?.id
    // Writing moves nothing.
    if (before.state !== this.props.state && before.state.draft === draft && (this.state.low || wrote)) this.toEnd()
    this.look()
  }

  override componentWillUnmount() {
    this.watcher.disconnect()
    document.removeEventListener('visibilitychange', this.look)
  }

  render({ state, chat, children }: Props) {
    return (
      <div class="log-box">
        <div class="log" ref={this.box} onScroll={this.measure} tabIndex={0} role="log" aria-label={words.chat}>
          <Lines lines={state.lines} config={state.config} again={chat.again} />
          {children}
        </div>
        {!this.state.low && (
          <button type="button" class="fresh" onClick={this.toEnd}>
            <Down /> {words.fresh}
          </button>
        )}
      </div>
    )
  }
}
