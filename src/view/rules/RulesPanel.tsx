import { rulesOf } from '../../decision/decision'
import { decisionNamed } from '../../engine/decisions'
import { isSimulated, RULE_IDS } from '../../evidence/simulated'
import { RULES } from '../../engine/releases/rules'
import { shownStep } from '../../store/playground'
import { writeAddress } from '../../share/address'
import { fill } from '../../words/fill'
import { usePlayground, useWords } from '../context'
import { RuleChip } from '../why/RuleChip'

const count = (status: string): number => RULE_IDS.filter((id) => isSimulated(id) && RULES[id].status === status).length

/** What is simulated, the rules of the shown step, and the way to the Rulebook. */
export default function RulesPanel() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const text = words.panels.rules
  const rules = [...new Set(step?.verdicts.flatMap((it) => rulesOf(decisionNamed(it.decision), it)) ?? [])]
  return (
    <div className="panel rules">
      <p>
        {fill(text.counts, {
          simulated: RULE_IDS.filter(isSimulated).length,
          total: RULE_IDS.length,
          documented: count('documented'),
          contradicted: count('contradicted'),
          assumed: count('assumed'),
        })}
      </p>
      <p>
        <a href={writeAddress({ page: 'rules', item: '', with: {} })}>{text.book}</a>. {text.bookSays}
      </p>
      <h2>{text.step}</h2>
      {rules.length === 0 && <p className="quiet">{text.noStep}</p>}
      {rules.map((id) => (
        <RuleChip key={id} id={id} full />
      ))}
    </div>
  )
}
