import { useMemo, useState } from 'react'
import { DECISIONS } from '../../engine/decisions'
import { RULES, type RuleId } from '../../engine/releases/rules'
import { fill } from '../../words/fill'
import { textOf } from '../../words/words'
import { useWords } from '../context'
import { RuleChip } from '../why/RuleChip'

/** Rules that some table rests on: counted from the tables, never typed. */
const SIMULATED: ReadonlySet<string> = new Set(
  [...DECISIONS.values()].flatMap(({ nodes }) => Object.values(nodes).flatMap(({ rules }) => rules)),
)

const ALL = Object.keys(RULES) as readonly RuleId[]

const count = (status: string): number => ALL.filter((id) => SIMULATED.has(id) && RULES[id].status === status).length

/** The rules of the reference: which are simulated, and, said plainly, which are not yet. */
export default function RulesPanel() {
  const words = useWords()
  const [wanted, setWanted] = useState('')
  const text = words.panels.rules
  const found = useMemo(() => {
    const low = wanted.trim().toLowerCase()
    return ALL.filter((id) => `${id} ${textOf(words.rules, id)}`.toLowerCase().includes(low))
  }, [wanted, words])
  const missing = found.filter((id) => !SIMULATED.has(id))
  const there = found.filter((id) => SIMULATED.has(id))
  return (
    <div className="panel rules">
      <p>
        {fill(text.counts, {
          simulated: ALL.filter((id) => SIMULATED.has(id)).length,
          total: ALL.length,
          documented: count('documented'),
          contradicted: count('contradicted'),
          assumed: count('assumed'),
        })}
      </p>
      <label className="field">
        <span>{text.find}</span>
        <input type="search" value={wanted} maxLength={80} onChange={(event) => setWanted(event.target.value)} />
      </label>
      {found.length === 0 && <p className="lead">{text.none}</p>}
      {missing.length > 0 && (
        <details open={wanted !== ''}>
          <summary>
            {text.not} ({missing.length})
          </summary>
          {missing.map((id) => (
            <RuleChip key={id} id={id} full />
          ))}
        </details>
      )}
      {there.length > 0 && (
        <details open>
          <summary>
            {text.simulated} ({there.length})
          </summary>
          {there.map((id) => (
            <RuleChip key={id} id={id} full />
          ))}
        </details>
      )}
    </div>
  )
}
