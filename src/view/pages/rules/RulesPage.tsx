import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { spelled, type Release } from '../../../engine/releases/releases'
import { RULES } from '../../../engine/releases/rules'
import { knownProofs, type Proofs } from '../../../evidence/evidence'
import { isSimulated, nearestRelease, RULE_IDS } from '../../../evidence/simulated'
import { writeAddress, type Address } from '../../../share/address'
import { fill } from '../../../words/fill'
import { textOf } from '../../../words/words'
import { useActions, usePlayground, useWords } from '../../context'
import type { Worked } from '../../inPieces'
import type { PageProps } from '../OpenPage'
import { isRule, useProofs } from './proofs'
import { RuleDetail } from './RuleDetail'
import { RuleList } from './RuleList'
import { useRulebookWords } from './rulebookWords'
import { TableDialog } from './TableDialog'
import { TablesView } from './TablesView'
import { askingFor, EVERYTHING, isWanted, KINDS, STATUSES, wantedBy, type Wanted } from './wanted'
import './rulebook.css'

/** Every rule of the catalogue with its source, and the story that proves it, played just now. */
export default function RulesPage({ address }: PageProps) {
  const words = useWords()
  const text = useRulebookWords()
  const release = usePlayground((it) => it.work.scenario.release)
  const { visit } = useActions()
  const proofs = useProofs(release)
  const tables = address.with.view === 'tables'
  // The address says what is shown: when another release is chosen above, it follows.
  useEffect(() => {
    if (address.release !== undefined && address.release !== release) visit({ ...address, release })
  }, [address, release, visit])
  const count = (status: string): number =>
    RULE_IDS.filter((id) => isSimulated(id) && RULES[id].status === status).length
  const simulated = RULE_IDS.filter(isSimulated).length
  return (
    <div className={`page rulebook${isRule(address.item) && !tables ? ' has-rule' : ''}`}>
      <div className="rulebook-head">
        <p className="lead">
          {fill(text.counts, {
            simulated,
            total: RULE_IDS.length,
            documented: count('documented'),
            contradicted: count('contradicted'),
            assumed: count('assumed'),
            not: RULE_IDS.length - simulated,
          })}
        </p>
        <nav className="rulebook-views" aria-label={text.views}>
          {([false, true] as const).map((it) => (
            <a
              key={String(it)}
              href={writeAddress({ page: 'rules', item: '', with: it ? { view: 'tables' } : {} })}
              aria-current={it === tables ? 'page' : undefined}
            >
              {it ? text.tables : text.rules}
            </a>
          ))}
        </nav>
      </div>
      {tables ? (
        <TablesView address={address} />
      ) : (
        <Rules address={address} release={release} proofs={proofs} sentences={words.rules} />
      )}
      {address.with.table !== undefined && (
        <TableDialog
          key={address.with.table}
          address={address}
          evidence={[release, nearestRelease(address.item, release)]
            .map((it) => it && knownProofs(it)?.evidence.get(address.item))
            .find((it) => it !== undefined)}
        />
      )}
    </div>
  )
}

interface RulesProps {
  readonly address: Address
  readonly release: Release
  readonly proofs: Worked<Proofs>
  readonly sentences: object
}

function Rules({ address, release, proofs, sentences }: RulesProps) {
  const text = useRulebookWords()
  const { visit } = useActions()
  const [wanted, setWanted] = useState(() => wantedBy(address))
  const want = (more: Partial<Wanted>): void => {
    const next = { ...wanted, ...more }
    setWanted(next)
    visit({ ...address, with: askingFor(next) })
  }
  const kinds = proofs.result?.kinds
  const soon = useDeferredValue(wanted)
  const found = useMemo(
    () => RULE_IDS.filter((it) => isWanted(it, soon, { release, kinds, sentence: (rule) => textOf(sentences, rule) })),
    [soon, release, kinds, sentences],
  )
  const asked = askingFor(wanted)
  const filtered = Object.keys(asked).length > 0
  return (
    <>
      <form className="page-controls rulebook-filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{text.find}</span>
          <input
            type="search"
            value={wanted.words}
            maxLength={80}
            placeholder={text.findHint}
            onChange={(event) => want({ words: event.target.value })}
          />
        </label>
        <Choice
          name={text.holds}
          value={wanted.here ? 'here' : ''}
          any={text.any}
          options={[['here', fill(text.holdsHere, { release: spelled(release) })]]}
          onChoose={(it) => want({ here: it === 'here' })}
        />
        <Choice
          name={text.kind}
          value={wanted.kind ?? ''}
          any={text.any}
          options={KINDS.map((it) => [it, text.kinds[it]])}
          onChoose={(it) => want({ kind: KINDS.find((kind) => kind === it) ?? null })}
        />
        <Choice
          name={text.status}
          value={wanted.status ?? ''}
          any={text.any}
          options={STATUSES.map((it) => [it, text.statuses[it]])}
          onChoose={(it) => want({ status: STATUSES.find((status) => status === it) ?? null })}
        />
        <Choice
          name={text.simulation}
          value={wanted.simulated === null ? '' : wanted.simulated ? 'yes' : 'no'}
          any={text.any}
          options={[
            ['yes', text.simulated],
            ['no', text.not],
          ]}
          onChoose={(it) => want({ simulated: it === '' ? null : it === 'yes' })}
        />
        {filtered && (
          <button type="button" onClick={() => want(EVERYTHING)}>
            {text.clear}
          </button>
        )}
      </form>
      <p className="rulebook-found quiet" role="status">
        {fill(text.found, { count: found.length })}
        {found.length === 0 && ` ${text.none}`}
        {!proofs.result &&
          ` · ${fill(text.playing, { release: spelled(release), percent: Math.floor(proofs.share * 100) })}`}
      </p>
      <div className="rulebook-body">
        <RuleList rules={found} chosen={address.item} asked={asked} release={release} proofs={proofs.result} />
        <RuleDetail key={address.item} address={address} release={release} proofs={proofs.result} />
      </div>
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly any: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ name, value, any, options, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span>{name}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([it, says]) => (
          <option key={it} value={it}>
            {says}
          </option>
        ))}
      </select>
    </label>
  )
}
