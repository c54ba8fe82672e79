import { sentenceOf } from '../../../diagram/telling'
import type { Switch } from '../../../planner/day'
import { timeOf } from '../../../planner/dayText'
import type { Effect, Plan, Reason, Refusal } from '../../../planner/plan'
import { fill } from '../../../words/fill'
import { useWords } from '../../context'
import { Sign } from '../../signs'
import { RuleChip } from '../../why/RuleChip'

const ORDER: readonly Effect[] = ['refused', 'took', 'none', 'gaveBack']
const SIGNS: Readonly<Record<Effect, string>> = { took: 'plus', none: 'good', refused: 'bad', gaveBack: 'back' }

interface OfPlan {
  readonly plan: Plan
}

/** For each group: what takes a licence, what takes none, what gives it back, with the rules behind it. */
export function Reasons({ plan }: OfPlan) {
  const { why } = useWords().licences
  const rowText = useRowText(plan)
  return (
    <section className="findings">
      <h2>{why.title}</h2>
      <div className="all-reasons">
        {[...plan.day.rows.keys(), null].map((row) => {
          const own = plan.reasons
            .filter((it) => it.row === row)
            .toSorted((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect))
          return own.length === 0 ? null : (
            <div key={row ?? 'all'}>
              <h3>{row === null ? why.everybody : rowText(row)}</h3>
              <ul className="reasons">
                {own.map((it) => (
                  <ReasonItem key={`${it.effect} ${it.verdict.decision}.${it.verdict.ending}`} reason={it} />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </section>
  )
}

function ReasonItem({ reason }: { readonly reason: Reason }) {
  const words = useWords()
  const { why } = words.licences
  const { effect, verdict, count, at, rules, assumed, questions } = reason
  return (
    <li className={`reason reason-${effect}`}>
      <b>
        <Sign name={SIGNS[effect]} size={14} />
        {why.effects[effect]}
      </b>
      <span>
        {sentenceOf(verdict, words)} <span className="quiet">{fill(why.times, { count, at: timeOf(at) })}</span>
      </span>
      <span className="sources">
        {assumed && <span className="rule rule-assumed">{[why.assumed, ...questions].join(' · ')}</span>}
        {rules.map((id) => (
          <RuleChip key={id} id={id} />
        ))}
      </span>
    </li>
  )
}

/** Many at the same minute for the same reason are one line. */
function grouped(refusals: readonly Refusal[]): readonly { readonly first: Refusal; readonly count: number }[] {
  const groups = new Map<string, { first: Refusal; count: number }>()
  for (const it of refusals) {
    const key = `${it.at} ${it.row} ${it.verdict.decision}.${it.verdict.ending}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { first: it, count: 1 })
  }
  return [...groups.values()]
}

const MOST_SHOWN = 12

/** Who was turned away, when and why. */
export function Refusals({ plan }: OfPlan) {
  const words = useWords()
  const { refusals, kinds } = words.licences
  const groups = grouped(plan.refusals)
  return (
    <section className="findings">
      <h2>{refusals.title}</h2>
      {groups.length === 0 && <p className="quiet">{refusals.none}</p>}
      <ul className="refusals">
        {groups.slice(0, MOST_SHOWN).map(({ first, count }) => (
          <li key={`${first.at} ${first.row} ${first.verdict.ending}`}>
            <b>{fill(refusals.item, { at: timeOf(first.at), count, kind: kinds[plan.day.rows[first.row]!.kind] })}</b>{' '}
            {sentenceOf(first.verdict, words)}
          </li>
        ))}
      </ul>
      {groups.length > MOST_SHOWN && (
        <p className="quiet">{fill(refusals.more, { count: groups.length - MOST_SHOWN })}</p>
      )}
    </section>
  )
}

/** One change, and how many licences the day then takes without limit; undefined while it is being told. */
export interface Help {
  readonly by: Switch
  readonly what: string
  readonly href: string
  readonly need: number | undefined
}

/** The switches that could save licences, each told again. */
export function Helps({ now, helps }: { readonly now: number | undefined; readonly helps: readonly Help[] }) {
  const { helps: text, waiting } = useWords().licences
  return (
    <section className="findings">
      <h2>{text.title}</h2>
      {helps.length === 0 && <p className="quiet">{text.none}</p>}
      {helps.length > 0 && now !== undefined && <p className="quiet">{fill(text.intro, { need: now })}</p>}
      <ul className="helps">
        {helps.map(({ by, what, href, need }) => (
          <li key={by} className={need !== undefined && now !== undefined && need < now ? 'cure' : 'quiet'}>
            {need === undefined || now === undefined
              ? `${what}: ${waiting}`
              : fill(need < now ? text.saves : text.nothing, { what, need, now })}{' '}
            <a href={href}>{text.compare}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the plan rests on without the manual saying so. */
export function Assumptions({ plan }: OfPlan) {
  const words = useWords()
  const { assumptions } = words.licences
  const all = new Map(
    plan.reasons
      .filter(({ assumed }) => assumed)
      .map((it) => [`${it.verdict.decision}.${it.verdict.ending}`, it] as const),
  )
  return (
    <section className="findings">
      <h2>{assumptions.title}</h2>
      <p className="quiet">{all.size === 0 ? assumptions.none : assumptions.intro}</p>
      <ul className="reasons">
        {[...all].map(([key, { verdict, rules, questions }]) => (
          <li key={key} className="reason">
            <span>{sentenceOf(verdict, words)}</span>
            <span className="sources">
              {questions.length > 0 && <span className="rule rule-assumed">{questions.join(' · ')}</span>}
              {rules.slice(0, 2).map((id) => (
                <RuleChip key={id} id={id} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useRowText({ day }: Plan): (row: number) => string {
  const { why, kinds } = useWords().licences
  return (row) => {
    const it = day.rows[row]
    return it ? fill(why.row, { count: it.count, kind: kinds[it.kind] }) : ''
  }
}
