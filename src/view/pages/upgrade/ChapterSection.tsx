import { proofOf, scenarioOf as evidenceScenario, type Proofs } from '../../../evidence/evidence'
import { spelled, type Release } from '../../../engine/releases/releases'
import type { AnswerChange, Chapter, RuleChange, Turn } from '../../../survey/upgrade'
import type { Danger } from '../../../survey/compare'
import { fill } from '../../../words/fill'
import { textOf } from '../../../words/words'
import { useActions, useWords } from '../../context'
import { Sign } from '../../signs'
import { usePageWords } from '../pageWords'
import { Play } from '../Play'
import { RuleSource } from '../RuleSource'
import { AnswerValue } from '../where/Answer'
import { cellCall } from '../where/names'
import { changeText, evidenceOf, placesOf, sideText, togetherText, whyText } from './rows'

/** The stories that prove the rules of each of the two releases; null until they have been told. */
export interface BothProofs {
  readonly from: Proofs
  readonly to: Proofs
}

interface ChapterProps {
  readonly chapter: Chapter
  readonly proofs: BothProofs | null
  readonly from: Release
  readonly to: Release
}

/** What changes about one thing: the answers that differ, the dangerous first, then the rules behind them. */
export function ChapterSection({ chapter, proofs, from, to }: ChapterProps) {
  const { upgrade } = usePageWords()
  const { theme, answers, rules } = chapter
  const title = upgrade.themes[theme]
  return (
    <section className="chapter" aria-labelledby={`theme-${theme}`}>
      <h2 id={`theme-${theme}`} tabIndex={-1}>
        {title}
      </h2>
      {answers.length > 0 ? (
        <table role="table" className="answers-table changes-table">
          <caption className="unseen">{`${title}: ${upgrade.answers}`}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[
                upgrade.what,
                fill(upgrade.before, { release: spelled(from) }),
                fill(upgrade.after, { release: spelled(to) }),
              ].map((it) => (
                <th role="columnheader" scope="col" key={it}>
                  {it}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {answers.map((it, i) => (
              <AnswerRow key={i} change={it} from={from} to={to} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="quiet">{upgrade.noneOfTheme}</p>
      )}
      {rules.length > 0 && (
        <details className="rules-of" open={answers.length === 0}>
          <summary>{`${upgrade.rules} (${rules.length})`}</summary>
          <ul>
            {rules.map((it) => (
              <RuleItem key={it.id} change={it} proofs={proofs} from={from} to={to} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** A sign of its own for each danger, beside its word. */
const SIGNS: Readonly<Record<Danger, string>> = { refuses: '✕', opens: '!', changes: '≠', adds: '+' }

export function DangerMark({ danger }: { readonly danger: Danger }) {
  const { upgrade } = usePageWords()
  return (
    <span className={`danger danger-${danger}`}>
      <span aria-hidden="true">{SIGNS[danger]}</span> {upgrade.dangers[danger]}
    </span>
  )
}

function AnswerRow({
  change,
  from,
  to,
}: {
  readonly change: AnswerChange
  readonly from: Release
  readonly to: Release
}) {
  const words = useWords()
  const pages = usePageWords()
  const { upgrade } = pages
  const said = { words, pages }
  const evidence = evidenceOf(change)
  const sides = [
    { cell: change.before, survey: evidence?.before, release: from, text: upgrade.playBefore, head: upgrade.before },
    { cell: change.after, survey: evidence?.after, release: to, text: upgrade.playAfter, head: upgrade.after },
  ]
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <DangerMark danger={change.danger} />
        <code>{changeText(change, said)}</code>
        <Places names={placesOf(change, said)} />
        {change.with.length > 0 && (
          <details className="quiet">
            <summary>{fill(upgrade.together, { count: change.with.length })}</summary>
            {togetherText(change)}
          </details>
        )}
      </th>
      {sides.map(({ cell, survey, release, text, head }) => (
        <td role="cell" key={head} data-label={fill(head, { release: spelled(release) })}>
          {cell ? <AnswerValue cell={cell} /> : <span className="quiet">{sideText(cell, said)}</span>}
          <p className="sentence quiet">{whyText(cell, said)}</p>
          {cell?.rules[0] && <RuleSource id={cell.rules[0]} release={release} status={cell.status} />}
          {cell && survey && <Play cell={cell} survey={survey} text={text} />}
        </td>
      ))}
    </tr>
  )
}

/** Where it changes: the first two, and the others when asked for. */
function Places({ names }: { readonly names: readonly string[] }) {
  const { upgrade } = usePageWords()
  const [first, second, ...others] = names
  return (
    <span className="quiet places">
      {[first, second].filter(Boolean).join('; ')}
      {others.length > 0 && (
        <details>
          <summary>{fill(upgrade.morePlaces, { count: others.length })}</summary>
          {others.join('; ')}
        </details>
      )}
    </span>
  )
}

type RuleItemProps = Omit<ChapterProps, 'chapter'> & { readonly change: RuleChange }

function RuleItem({ change, proofs, from, to }: RuleItemProps) {
  const words = useWords()
  const { upgrade } = usePageWords()
  const { id, turn, shownBy } = change
  const evidence = shownBy && evidenceOf(shownBy)
  return (
    <li>
      <p>
        <b className={`turn turn-${turn}`}>
          <span aria-hidden="true">{TURN_SIGNS[turn]}</span> {upgrade.turns[turn]}
        </b>{' '}
        {textOf(words.rules, id)}
      </p>
      <p className="from">
        <RuleSource id={id} release={turn === 'ends' ? from : to} />
        <Proven id={id} proofs={proofs && (turn === 'ends' ? proofs.from : proofs.to)} />
        {shownBy?.before && evidence && (
          <Play
            cell={shownBy.before}
            survey={evidence.before}
            text={`${upgrade.playBefore}: ${cellCall(shownBy.before)}`}
          />
        )}
        {shownBy?.after && evidence && (
          <Play
            cell={shownBy.after}
            survey={evidence.after}
            text={`${upgrade.playAfter}: ${cellCall(shownBy.after)}`}
          />
        )}
      </p>
    </li>
  )
}

const TURN_SIGNS: Readonly<Record<Turn, string>> = { begins: '+', ends: '−', passing: '±' }

/** The shortest story that passes the rule in its release, or why there is none. */
function Proven({ id, proofs }: { readonly id: string; readonly proofs: Proofs | null }) {
  const words = useWords()
  const { upgrade } = usePageWords()
  const { open } = useActions()
  if (!proofs) return <span className="quiet">{upgrade.proving}</span>
  const proof = proofOf(id, proofs)
  const release = spelled(proof.kind === 'elsewhere' ? proof.release : proofs.release)
  if (proof.kind !== 'shown') return <span className="quiet">{fill(upgrade.unproven[proof.kind], { release })}</span>
  const title = fill(upgrade.proofTitle, { rule: id, release })
  return (
    <button
      type="button"
      className="play"
      aria-label={`${upgrade.playRule}: ${title}`}
      onClick={() =>
        open(evidenceScenario(proof.evidence, { title, question: textOf(words.rules, id) }), {
          kind: 'info',
          text: fill(upgrade.opened, { release }),
          undoable: true,
        })
      }
    >
      <Sign name="play" size={12} />
      {upgrade.playRule}
    </button>
  )
}
