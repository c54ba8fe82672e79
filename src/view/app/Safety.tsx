import { Component, type ReactNode } from 'react'
import type { Interface } from '../../words/words'

interface Props {
  readonly words: Interface
  readonly children: ReactNode
}

/** If a panel fails, the reader is told so and told that the story is kept. React asks for a class here. */
export class Safety extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    const { words, children } = this.props
    if (!this.state.failed) return children
    return (
      <main className="crash" role="alert">
        <p>{words.ui.crash}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.ui.reload}
        </button>
        <p>
          <a href={`${location.pathname}?fresh`}>{words.ui.fresh}</a>
        </p>
      </main>
    )
  }
}

interface PanelProps {
  readonly message: string
  readonly again: string
  readonly children: ReactNode
}

/** One panel that could not be loaded or drawn leaves the others alone. */
export class PanelSafety extends Component<PanelProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    const { message, again, children } = this.props
    if (!this.state.failed) return children
    return (
      <div className="panel" role="alert">
        <p>{message}</p>
        <button type="button" onClick={() => location.reload()}>
          {again}
        </button>
      </div>
    )
  }
}
