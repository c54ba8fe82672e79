import { addressOf, PAGES } from '../../engine/releases/pages'
import { spelled, type Release } from '../../engine/releases/releases'
import { noteOf, type Status } from '../../engine/releases/rules'
import { writeAddress } from '../../share/address'
import { textOf } from '../../words/words'
import { useWords } from '../context'

interface RuleSourceProps {
  readonly id: string
  /** Whose manual is linked. */
  readonly release: Release
  /** How sure the answer is, when it is an answer that rests on the rule. */
  readonly status?: Status
  readonly full?: boolean
}

/** A rule as a line: its page in the rulebook, the page of the manual, and how sure it is. */
export function RuleSource({ id, release, status, full = false }: RuleSourceProps) {
  const words = useWords()
  const note = noteOf(id)
  if (!note) return <span className="mono">{id}</span>
  const sure = status ?? note.status
  return (
    <span className={`rule-source status-${sure}`}>
      <a className="mono" href={writeAddress({ page: 'rules', item: id, with: {} })} title={textOf(words.rules, id)}>
        {id}
      </a>{' '}
      <a href={addressOf(note.page, release)} target="_blank" rel="noreferrer noopener">
        {PAGES[note.page].title}, {spelled(release)}
      </a>{' '}
      <span className="status">{words.panels.why.status[sure]}</span>
      {full && <span className="rule-text">{textOf(words.rules, id)}</span>}
    </span>
  )
}
