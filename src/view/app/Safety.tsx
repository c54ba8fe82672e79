import { Component, type ReactNode } from 'react'

interface SafetyProps {
  /** What is shown in place of what failed. */
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** What fails inside leaves the rest alone, and says so. React asks for a class here. */
export class Safety extends Component<SafetyProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}

interface FailedProps {
  readonly text: string
  readonly again: string
  /** Where one can begin without what was kept, in words; absent where reloading is enough. */
  readonly fresh?: string
}

export const Failed = ({ text, again, fresh }: FailedProps) => (
  <div className="panel crash" role="alert">
    <p>{text}</p>
    <button type="button" onClick={() => location.reload()}>
      {again}
    </button>
    {fresh && <a href={`${location.pathname}?fresh`}>{fresh}</a>}
  </div>
)
