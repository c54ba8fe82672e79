import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { sentenceOf } from '../../../diagram/telling'
import type { Release } from '../../../engine/releases/releases'
import { holdsFor, RULES, type RuleId } from '../../../engine/releases/rules'
import { proofOf, type Proof, type Proofs } from '../../../evidence/evidence'
import { isSimulated } from '../../../evidence/simulated'
import { writeAddress, type Address } from '../../../share/address'
import { textOf } from '../../../words/words'
import { useWords } from '../../context'
import { ToneSign } from '../../signs'
import { heldText } from './held'
import { useRulebookWords } from './rulebookWords'

interface RuleListProps {
  readonly rules: readonly RuleId[]
  readonly chosen: string
  readonly asked: Address['with']
  readonly release: Release
  readonly proofs: Proofs | undefined
}

/** The rules, one stop of the Tab key; the arrows go from rule to rule. */
export function RuleList({ rules, chosen, asked, release, proofs }: RuleListProps) {
  const text = useRulebookWords()
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState<string>(chosen)
  const here = rules.find((it) => it === stop) ?? rules[0]
  // A link to a rule shows where it stands among the others.
  const played = proofs !== undefined
  useEffect(() => {
    const show = (): void => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    show()
    // Rows that come into sight take their true height, and push it out again.
    let frame = requestAnimationFrame(() => {
      show()
      frame = requestAnimationFrame(show)
    })
    return () => cancelAnimationFrame(frame)
  }, [chosen, played])
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = nextOf(event.key, [...(list.current?.querySelectorAll('a') ?? [])])
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    to.focus()
  }
  return (
    <ul ref={list} className="rule-list" aria-label={text.list} onKeyDown={onKeyDown}>
      {rules.map((it) => (
        <Row
          key={it}
          id={it}
          chosen={it === chosen}
          stop={it === here}
          address={writeAddress({ page: 'rules', item: it, with: asked })}
          release={release}
          proof={proofs && proofOf(it, proofs)}
          onStop={setStop}
        />
      ))}
    </ul>
  )
}

function nextOf(key: string, rows: readonly HTMLElement[]): HTMLElement | undefined {
  const at = rows.findIndex((it) => it === document.activeElement)
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return rows[at - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
  }
  return undefined
}

interface RowProps {
  readonly id: RuleId
  readonly chosen: boolean
  readonly stop: boolean
  readonly address: string
  readonly release: Release
  readonly proof: Proof | undefined
  readonly onStop: (id: string) => void
}

const Row = memo(function Row({ id, chosen, stop, address, release, proof, onStop }: RowProps) {
  const words = useWords()
  const text = useRulebookWords()
  const note = RULES[id]
  const held = heldText(note, text)
  const shown = proof?.kind === 'shown' ? proof.evidence.verdict : undefined
  return (
    <li className={`rule-row${holdsFor(note, release) ? '' : ' rule-row-elsewhere'}`}>
      <a
        href={address}
        data-rule={id}
        aria-current={chosen ? 'true' : undefined}
        tabIndex={stop ? 0 : -1}
        onFocus={() => onStop(id)}
      >
        <span className="rule-row-head">
          <b>{id}</b>
          <span className="quiet">{held}</span>
          {note.status !== 'documented' && (
            <span className={`rule-mark rule-${note.status}`}>{text.statuses[note.status]}</span>
          )}
          {!isSimulated(id) && <span className="rule-mark">{text.not}</span>}
        </span>
        <span className="rule-row-sentence">{textOf(words.rules, id)}</span>
        {shown && (
          <span className="rule-row-result">
            <ToneSign tone={shown.tone} size={14} />
            <span>{sentenceOf(shown, words)}</span>
          </span>
        )}
      </a>
    </li>
  )
})
