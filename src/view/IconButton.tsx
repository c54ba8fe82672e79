import { Sign } from './signs'

interface IconButtonProps {
  readonly sign: string
  readonly label: string
  /** The key that does the same, shown beside the label. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly big?: boolean
  readonly onPress: () => void
}

/** A button that is only a sign: its words are its label and its hint. */
export function IconButton({ sign, label, keys, disabled = false, big = false, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className={big ? 'icon big' : 'icon'}
      disabled={disabled}
      onClick={onPress}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
    >
      <Sign name={sign} />
    </button>
  )
}
