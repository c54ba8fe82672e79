import { useId } from 'react'

interface SubmitProps {
  readonly label: string
  /** Why it cannot be done now; null when it can. */
  readonly hindrance: string | null
  /** It stands below another that is used more. */
  readonly lesser?: boolean
}

/** The button of a form. It can always be reached; when it cannot be used, the reason stands beside it. */
export function Submit({ label, hindrance, lesser = false }: SubmitProps) {
  const id = useId()
  return (
    <div className="buttons">
      <button
        type="submit"
        className={hindrance !== null ? 'hindered' : lesser ? '' : 'primary'}
        aria-disabled={hindrance !== null}
        aria-describedby={hindrance === null ? undefined : id}
      >
        {label}
      </button>
      {hindrance !== null && (
        <span className="hindrance" id={id}>
          {hindrance}
        </span>
      )}
    </div>
  )
}
