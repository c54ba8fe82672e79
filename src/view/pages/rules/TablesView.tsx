import { DECISIONS } from '../../../engine/decisions'
import { NOTHING_COVERED, takenOf, type Coverage } from '../../../evidence/coverage'
import type { Address } from '../../../share/address'
import { fill } from '../../../words/fill'
import { flowOf } from '../../../words/words'
import { useWords } from '../../context'
import { useMine, useSuite } from '../../flow/Counting'
import { tableAddress } from './RuleDetail'
import { useRulebookWords } from './rulebookWords'

const TABLES = [...DECISIONS.values()]

/** Every table, and how many of its branches were taken: by the stories that ship, and by the reader. */
export function TablesView({ address }: { readonly address: Address }) {
  const words = useWords()
  const text = useRulebookWords()
  const suite = useSuite()
  const mine = useMine()
  const all = takenOf(suite.result ?? NOTHING_COVERED)
  return (
    <>
      <p role="status">
        {suite.result && mine.result
          ? fill(text.summary, {
              tables: TABLES.length,
              suite: all.taken,
              total: all.of,
              mine: takenOf(mine.result).taken,
            })
          : fill(text.counting, { percent: Math.floor(Math.min(suite.share, mine.share) * 100) })}
      </p>
      <ul className="table-list">
        {TABLES.map((table) => (
          <li key={table.name}>
            <a href={tableAddress(address, table.name)}>{flowOf(words, table.name).title}</a>
            <Part name={text.bySuite} of={table} coverage={suite.result} />
            <Part name={text.byYou} of={table} coverage={mine.result} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Part({
  name,
  of,
  coverage,
}: {
  readonly name: string
  readonly of: (typeof TABLES)[number]
  readonly coverage: Coverage | undefined
}) {
  const text = useRulebookWords()
  const part = takenOf(coverage ?? NOTHING_COVERED, [of])
  return (
    <span className="table-part">
      <span className="quiet">{name}</span>
      <meter min={0} max={part.of} value={part.taken} aria-hidden="true" />
      <span className="mono">{coverage ? fill(text.outOf, { taken: part.taken, total: part.of }) : '…'}</span>
    </span>
  )
}
