import { Component, type ComponentType } from 'preact'
import { words } from './speech.ts'

/**
 * A part that is not needed to chat: its file comes when it is first shown (build.ts holds them all to a budget of their
 * own). Where it does not come, the visitor can try again.
 */
export function later<Props extends object>(get: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  return class extends Component<Props, { failed: boolean }> {
    override state = { failed: false }
    load = () =>
      get().then(
        (part) => {
          Part = part
          this.forceUpdate()
        },
        () => this.setState({ failed: true }),
      )
    override componentDidMount() {
      if (!Part) void this.load()
    }
    render(props: Props) {
      if (Part) return <Part {...props} />
      if (!this.state.failed) return <div class="skeleton" aria-hidden="true" />
      return (
        <p class="note">
          {words.broken}
          <button type="button" onClick={this.load}>
            {words.again}
          </button>
        </p>
      )
    }
  }
}
