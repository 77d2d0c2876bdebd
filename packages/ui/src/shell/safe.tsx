import { Component, type ComponentChildren } from 'preact'
import { Button } from '../parts/button.tsx'
import { ErrorState } from '../states/states.tsx'
import { words } from '../words.ts'

interface SafeProps {
  /** Another page is another chance. */
  path: string
  children: ComponentChildren
}

/** Catches what a page throws, also that its file could not be loaded (a new version is out): the rest of the app stands. */
export class Safe extends Component<SafeProps, { broken: string | null }> {
  override state = { broken: null }

  override componentDidCatch(error: unknown): void {
    console.error(error)
    this.setState({ broken: this.props.path })
  }

  override render({ path, children }: SafeProps) {
    if (this.state.broken !== path) return children
    return (
      <ErrorState
        level={1}
        title={words.failure.page}
        action={<Button onClick={() => location.reload()}>{words.failure.reload}</Button>}
      >
        {words.failure.pageBody}
      </ErrorState>
    )
  }
}
