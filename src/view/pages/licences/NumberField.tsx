import { useState } from 'react'
import { fill } from '../../../words/fill'
import { useWords } from '../../context'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly range: readonly [number, number]
  onChange(value: number): void
}

/** A whole number within its range. While something else is typed, the number before it stays in force. */
export function NumberField({ label, value, range: [least, most], onChange }: NumberFieldProps) {
  const { form } = useWords().licences
  const [typed, setTyped] = useState<string | null>(null)
  const take = (text: string): void => {
    const number = Number(text)
    const good = /^\d+$/.test(text) && number >= least && number <= most
    setTyped(good ? null : text)
    if (good && number !== value) onChange(number)
  }
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        value={typed ?? value}
        aria-invalid={typed !== null}
        title={fill(form.range, { least, most })}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {typed !== null && <span className="problem">{fill(form.range, { least, most })}</span>}
    </label>
  )
}
