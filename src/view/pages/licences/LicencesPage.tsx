import { useEffect, useRef, useState } from 'react'
import { readRelease, RELEASES, spelled, type Release } from '../../../engine/releases/releases'
import {
  concerns,
  MOST_PEOPLE,
  MOST_REQUESTS,
  peopleIn,
  problemOf,
  requestsIn,
  savers,
  SWITCHES,
  turn,
  type Day,
  type Problem,
  type Switch,
} from '../../../planner/day'
import { readDay, timeOf, writeDay } from '../../../planner/dayText'
import { halfHours } from '../../../planner/halfHours'
import { ENOUGH, heldAt, turnedAway, type Plan, type Progress } from '../../../planner/plan'
import { PRESETS, type PresetName } from '../../../planner/presets'
import { storyFor } from '../../../planner/play'
import { writeAddress, type Address } from '../../../share/address'
import { fill } from '../../../words/fill'
import { useActions, useWords } from '../../context'
import { ToneSign } from '../../signs'
import type { PageProps } from '../OpenPage'
import { useRelease } from '../useRelease'
import { DayChart, frameOf, summaryOf } from './DayChart'
import { DayForm } from './DayForm'
import { Assumptions, Helps, Reasons, Refusals } from './Findings'
import { planFor, usePlans, type Wanted } from './usePlans'
import './licences.css'
import '../../why/why.css'

type Against = Switch | Release

const FIRST: PresetName = 'areas'
const againstOf = (text: string | undefined): Against | undefined =>
  SWITCHES.find((it) => it === text) ?? (text === undefined ? undefined : readRelease(text))
const isSwitch = (it: Against): it is Switch => SWITCHES.some((known) => known === it)

/** The day of the address, or the first example; and what was wrong with it. */
function dayOf({ with: pairs }: Address): {
  readonly day: Day
  readonly against?: Against
  readonly problem?: Problem
} {
  if (!Object.hasOwn(pairs, 'day')) return PRESETS[FIRST]
  const read = readDay(pairs)
  if ('problem' in read) return { day: PRESETS[FIRST].day, problem: read.problem }
  const against = againstOf(pairs.against)
  return { day: read.day, ...(against ? { against } : {}) }
}

/** How many licences a described day takes, told by the engine. */
export default function LicencesPage({ address }: PageProps) {
  const words = useWords()
  const text = words.licences
  const release = useRelease(address)
  const { visit } = useActions()
  const [wrong, setWrong] = useState<Day | null>(null)
  const { day: kept, against, problem: unread } = dayOf(address)
  const day = wrong ?? kept
  const problem = wrong ? problemOf(wrong) : (unread ?? null)

  const addressFor = (it: Day, other: Against | undefined): Address => ({
    page: 'licences',
    item: '',
    release,
    with: { ...writeDay(it), ...(other ? { against: other } : {}) },
  })
  const change = (it: Day): void => {
    const bad = problemOf(it) !== null
    setWrong(bad ? it : null)
    if (!bad) visit(addressFor(it, against))
  }
  return (
    <div className="page licences-page">
      <p className="lead">{fill(text.lead, { release: spelled(release) })}</p>
      <div className="page-controls presets" role="group" aria-label={text.presetsTitle}>
        {(Object.keys(PRESETS) as readonly PresetName[]).map((name) => {
          const preset = PRESETS[name]
          const pressed = JSON.stringify(writeDay(preset.day)) === JSON.stringify(writeDay(day))
          return (
            <button
              key={name}
              type="button"
              aria-pressed={pressed}
              onClick={() => {
                setWrong(null)
                visit(addressFor(preset.day, preset.against))
              }}
            >
              {text.presets[name]}
            </button>
          )
        })}
      </div>
      <div className="licences-body">
        <DayForm day={day} onChange={change} />
        {problem && (
          <p className="problem" role="alert">
            {fill(text.problems[problem], {
              people: peopleIn(day),
              requests: Math.round(requestsIn(day)),
              most: problem === 'tooManyRequests' ? MOST_REQUESTS : MOST_PEOPLE,
            })}
          </p>
        )}
        {!wrong && (
          <Result day={kept} release={release} against={against} addressFor={(other) => addressFor(kept, other)} />
        )}
      </div>
    </div>
  )
}

interface ResultProps extends Wanted {
  readonly against: Against | undefined
  addressFor(against: Against | undefined): Address
}

const enough = ({ day, release }: Wanted): Wanted => ({ day: { ...day, licences: ENOUGH }, release })

/** How many everybody of this day takes: known at once when nobody was turned away. */
const needOf = (it: Wanted): number | undefined => {
  const plan = planFor(it)
  return plan?.refusals.length === 0 ? plan.peak.held : planFor(enough(it))?.peak.held
}

/** The same day with its switch turned, or in the other release. */
const otherOf = ({ day, release, against }: ResultProps): Wanted | undefined =>
  against && (isSwitch(against) ? { day: turn(day, against), release } : { day, release: against })

const savingOf = ({ day, release }: Wanted): readonly { readonly by: Switch; readonly wanted: Wanted }[] =>
  savers(day).map((by) => ({ by, wanted: enough({ day: turn(day, by), release }) }))

/** Has the day told, and all that it is compared with. Until a changed day is told, the one before it stays. */
function Result(props: ResultProps) {
  const main: Wanted = { day: props.day, release: props.release }
  const other = otherOf(props)
  const saving = savingOf(main)
  const plan = planFor(main)
  const otherPlan = other && planFor(other)
  const refusing = [plan && main, otherPlan && other].flatMap((it) =>
    it && (planFor(it)?.refusals.length ?? 0) > 0 ? [enough(it)] : [],
  )
  const progress = usePlans([
    main,
    ...(other ? [other] : []),
    ...refusing,
    ...(saving.length > 0 ? [enough(main)] : []),
    ...saving.map(({ wanted }) => wanted),
  ])
  const last = useRef<ResultProps | null>(null)
  const ready = plan !== undefined && (other === undefined || otherPlan !== undefined)
  useEffect(() => {
    if (ready) last.current = props
  })
  const shown = ready || (plan && !last.current) ? props : last.current
  const waiting = <Waiting progress={progress} />
  return shown ? <Told {...shown} waiting={ready ? null : waiting} stale={shown !== props} /> : waiting
}

interface ToldProps extends ResultProps {
  readonly waiting: React.ReactNode
  readonly stale: boolean
}

function Told({ waiting, stale, ...props }: ToldProps) {
  const { day, release, against, addressFor } = props
  const text = useWords().licences
  const { open, visit } = useActions()
  const [at, setAt] = useState<number | null>(null)
  const main: Wanted = { day, release }
  const other = otherOf(props)
  const plan = planFor(main)
  const otherPlan = other && planFor(other)
  if (!plan) return null
  const plans = [plan, ...(otherPlan ? [otherPlan] : [])]
  const frame = frameOf(plans)
  const looked = at === null || at < frame.from || at > frame.to ? plan.peak.at : at
  const play = (): void => {
    const { names, story, played } = text
    const scenario = storyFor(
      plan,
      {
        client: (number) => fill(names.client, { number }),
        area: names.area,
        browser: (number) => fill(names.browser, { number }),
      },
      { title: fill(story.title, { people: peopleIn(day) }), question: story.question },
    )
    const { world } = scenario
    const licences = typeof world === 'string' ? 0 : (world.settings?.licences ?? 0)
    open(scenario, { kind: 'info', text: fill(played, { licences }), undoable: true })
  }
  return (
    <>
      <div className="licences-told" aria-busy={stale}>
        <div className={otherPlan ? 'days two' : 'days'}>
          {plans.map((it, i) => (
            <section key={i} className="day-told">
              {otherPlan && <h2>{i === 0 ? text.compare.here : against && nameOf(against, day, text)}</h2>}
              <Headline plan={it} need={needOf(i === 0 ? main : other!)} />
              <DayChart plan={it} frame={frame} at={looked} onLook={setAt} />
              <p className="at quiet">{lookSentence(it, looked, text.chart.at)}</p>
            </section>
          ))}
        </div>
        <Legend />
        <label className="field look">
          <span>{text.chart.time}</span>
          <input
            type="range"
            min={frame.from}
            max={frame.to}
            step={1}
            value={looked}
            aria-valuetext={plans.map((it) => lookSentence(it, looked, text.chart.at)).join(' — ')}
            onChange={(event) => setAt(Number(event.target.value))}
          />
        </label>
        <div className="page-controls">
          <CompareField day={day} release={release} against={against} onChange={(it) => visit(addressFor(it))} />
          <button type="button" className="primary" onClick={play}>
            {text.play}
          </button>
          <a className="permalink" href={writeAddress(addressFor(against))}>
            {text.link}
          </a>
        </div>
        <Table plan={plan} />
        <div className="near-findings">
          <Refusals plan={plan} />
          <Helps
            now={needOf(main)}
            helps={savingOf(main).map(({ by, wanted }) => ({
              by,
              what: nameOf(by, day, text),
              href: writeAddress(addressFor(by)),
              need: planFor(wanted)?.peak.held,
            }))}
          />
        </div>
        {waiting}
      </div>
      <div className="all-findings">
        <Reasons plan={plan} />
        <Assumptions plan={plan} />
      </div>
    </>
  )
}

type Texts = ReturnType<typeof useWords>['licences']

/** What a switch turns to, in words. */
function nameOf(by: Against, day: Day, { compare }: Texts): string {
  if (!isSwitch(by)) return fill(compare.release, { release: spelled(by) })
  const turned = turn(day, by)
  switch (by) {
    case 'token':
      return turned.rows.some(({ kind }) => kind === 'separate') ? compare.noToken : compare.token
    case 'forceLogin':
      return turned.forceLogin ? compare.forceLogin : compare.noForceLogin
    case 'logOut':
      return turned.rows.some(({ end }) => end === 'logsOut') ? compare.logOut : compare.noLogOut
    case 'idle':
      return fill(compare.idle, { idle: turned.idle })
  }
}

const lookSentence = (plan: Plan, at: number, sentence: string): string =>
  fill(sentence, {
    at: timeOf(at),
    held: heldAt(plan, at),
    total: plan.day.licences,
    connections: plan.connections[at - plan.from] ?? 0,
    web: plan.web[at - plan.from] ?? 0,
    sessions: plan.sessions[at - plan.from] ?? 0,
    refused: plan.refusals.filter((it) => it.at <= at).length,
  })

function Waiting({ progress }: { readonly progress: Progress | null }) {
  const { computing, waiting } = useWords().licences
  const known = progress !== null && progress.total > 0
  return (
    <div className="waiting" role="status">
      <span>{known ? fill(computing, { done: progress.done, total: progress.total }) : waiting}</span>
      <progress {...(known ? { value: progress.done, max: progress.total } : {})} aria-label={waiting} />
    </div>
  )
}

function Headline({ plan, need }: { readonly plan: Plan; readonly need: number | undefined }) {
  const text = useWords().licences
  const { peak, day } = plan
  const refused = turnedAway(plan)
  const facts = { held: peak.held, total: day.licences, at: timeOf(peak.at), refused, people: peopleIn(day), need }
  return (
    <p className="day-headline">
      <ToneSign tone={refused > 0 ? 'bad' : 'good'} size={20} />
      <span>
        {fill(peak.held === 0 ? text.none : text.peak, facts)}{' '}
        {fill(refused === 0 ? text.enough : need === undefined ? text.refusedOnly : text.refused, facts)}
      </span>
    </p>
  )
}

function Legend() {
  const { chart } = useWords().licences
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <svg width="18" height="12">
          <defs>
            <pattern id="web-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className="area-web" />
              <path d="M0 0V6" className="hatch" />
            </pattern>
          </defs>
          <rect width="18" height="12" className="area-connections" />
        </svg>
        {chart.connections}
      </li>
      <li>
        <svg width="18" height="12">
          <rect width="18" height="12" className="area-web-filled" />
        </svg>
        {chart.web}
      </li>
      <li>
        <svg width="18" height="12" className="cross">
          <path d="M5 2L13 10M13 2L5 10" />
        </svg>
        {chart.refusals}
      </li>
    </ul>
  )
}

interface CompareFieldProps extends Wanted {
  readonly against: Against | undefined
  onChange(against: Against | undefined): void
}

function CompareField({ day, release, against, onChange }: CompareFieldProps) {
  const text = useWords().licences
  const { compare } = text
  return (
    <label className="field">
      <span>{compare.label}</span>
      <select value={against ?? ''} onChange={(event) => onChange(againstOf(event.target.value))}>
        <option value="">{compare.nothing}</option>
        <optgroup label={compare.switches}>
          {SWITCHES.filter((it) => concerns(day, it) || it === against).map((it) => (
            <option key={it} value={it}>
              {nameOf(it, day, text)}
            </option>
          ))}
        </optgroup>
        <optgroup label={compare.releases}>
          {RELEASES.filter((it) => it !== release || it === against).map((it) => (
            <option key={it} value={it}>
              {spelled(it)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

/** The curve for those who do not see it. */
function Table({ plan }: { readonly plan: Plan }) {
  const { chart } = useWords().licences
  const { columns } = chart
  return (
    <details className="day-table">
      <summary>{chart.table}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={chart.title}>
        <table>
          <caption>{summaryOf(plan, chart.summary)}</caption>
          <thead>
            <tr>
              {(['at', 'connections', 'web', 'held', 'sessions', 'refused'] as const).map((it) => (
                <th key={it} scope="col">
                  {columns[it]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {halfHours(plan).map((it) => (
              <tr key={it.at}>
                <th scope="row">{timeOf(it.at)}</th>
                <td>{it.connections}</td>
                <td>{it.web}</td>
                <td>{it.held}</td>
                <td>{it.sessions}</td>
                <td>{it.refused}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
