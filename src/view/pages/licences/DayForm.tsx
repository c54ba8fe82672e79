import { BOUNDS, ENDS, endsItself, isWeb, KINDS, MOST_ROWS, type Day, type Row } from '../../../planner/day'
import { timeOf } from '../../../planner/dayText'
import { fill } from '../../../words/fill'
import { useWords } from '../../context'
import { Sign } from '../../signs'
import { NumberField } from './NumberField'

interface DayFormProps {
  readonly day: Day
  onChange(day: Day): void
}

const ANOTHER: Row = { kind: 'rest', count: 10, from: 540, to: 600, stay: 60, every: 15, end: 'closes' }

/** The day as groups of people who do the same. */
export function DayForm({ day, onChange }: DayFormProps) {
  const { form } = useWords().licences
  const { rows } = day
  const withRow = (at: number, row: Row): Day => ({ ...day, rows: rows.map((it, i) => (i === at ? row : it)) })
  return (
    <form className="day-form" aria-label={form.title} onSubmit={(event) => event.preventDefault()}>
      <div className="day-settings">
        <NumberField
          label={form.licences}
          value={day.licences}
          range={BOUNDS.licences}
          onChange={(licences) => onChange({ ...day, licences })}
        />
        <NumberField
          label={form.idle}
          value={day.idle}
          range={BOUNDS.idle}
          onChange={(idle) => onChange({ ...day, idle })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={day.forceLogin}
            onChange={(event) => onChange({ ...day, forceLogin: event.target.checked })}
          />
          {form.forceLogin}
        </label>
        <button
          type="button"
          title={`${form.seed}: ${day.seed}`}
          onClick={() => onChange({ ...day, seed: (day.seed % BOUNDS.seed[1]) + 1 })}
        >
          {form.again}
        </button>
      </div>
      <h2>{form.rows}</h2>
      {rows.map((row, i) => (
        <RowFields
          key={i}
          number={i + 1}
          row={row}
          onChange={(it) => onChange(withRow(i, it))}
          {...(rows.length > 1 ? { onRemove: () => onChange({ ...day, rows: rows.filter((_, at) => at !== i) }) } : {})}
        />
      ))}
      {rows.length < MOST_ROWS && (
        <button type="button" className="add-row" onClick={() => onChange({ ...day, rows: [...rows, ANOTHER] })}>
          {form.add}
        </button>
      )}
    </form>
  )
}

interface RowFieldsProps {
  readonly number: number
  readonly row: Row
  onChange(row: Row): void
  onRemove?(): void
}

function RowFields({ number, row, onChange, onRemove }: RowFieldsProps) {
  const { form, kinds, ends } = useWords().licences
  const { kind, count, from, to, stay, every, end } = row
  const times = (at: Partial<Pick<Row, 'from' | 'to'>>): void => {
    const next = { ...row, ...at }
    onChange(
      at.from === undefined
        ? { ...next, from: Math.min(next.from, next.to) }
        : { ...next, to: Math.max(next.from, next.to) },
    )
  }
  return (
    <fieldset className="day-row">
      <legend>{fill(form.row, { number })}</legend>
      <NumberField
        label={form.count}
        value={count}
        range={BOUNDS.count}
        onChange={(it) => onChange({ ...row, count: it })}
      />
      <label className="field wide">
        <span>{form.kind}</span>
        <select
          value={kind}
          onChange={(event) => onChange({ ...row, kind: KINDS.find((it) => it === event.target.value) ?? kind })}
        >
          {KINDS.map((it) => (
            <option key={it} value={it}>
              {kinds[it]}
            </option>
          ))}
        </select>
      </label>
      <TimeField label={form.from} value={from} onChange={(it) => times({ from: it })} />
      <TimeField label={form.to} value={to} onChange={(it) => times({ to: it })} />
      <NumberField
        label={form.stay}
        value={stay}
        range={BOUNDS.stay}
        onChange={(it) => onChange({ ...row, stay: it })}
      />
      {isWeb(kind) && (
        <NumberField
          label={form.every}
          value={every}
          range={BOUNDS.every}
          onChange={(it) => onChange({ ...row, every: it })}
        />
      )}
      {endsItself(kind) && (
        <label className="field wide">
          <span>{form.end}</span>
          <select
            value={end}
            onChange={(event) => onChange({ ...row, end: ENDS.find((it) => it === event.target.value) ?? end })}
          >
            {ENDS.map((it) => (
              <option key={it} value={it}>
                {ends[it]}
              </option>
            ))}
          </select>
        </label>
      )}
      {onRemove && (
        <button type="button" className="icon remove-row" aria-label={fill(form.remove, { number })} onClick={onRemove}>
          <Sign name="bad" />
        </button>
      )}
    </fieldset>
  )
}

interface TimeFieldProps {
  readonly label: string
  readonly value: number
  onChange(minute: number): void
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="time"
        required
        value={timeOf(value)}
        onChange={(event) => {
          const [hours, minutes] = event.target.value.split(':').map(Number)
          if (hours !== undefined && minutes !== undefined && hours < 24 && minutes < 60) onChange(hours * 60 + minutes)
        }}
      />
    </label>
  )
}
