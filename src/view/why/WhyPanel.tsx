import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { factText } from '../../words/fill'
import { flowOf, textOf, type Words } from '../../words/words'
import { rulesOf, type Verdict } from '../../decision/decision'
import { callText, sentenceOf } from '../../diagram/telling'
import { decisionNamed } from '../../engine/decisions'
import { statusOf } from '../../engine/statusOf'
import { answerText } from './answerText'
import type { Step } from '../../engine/step'
import { lookedVerdict, shownStep, storyOf } from '../../store/playground'
import { useActions, usePlayground, useWords } from '../context'
import { ToneSign } from '../signs'
import { RestsOn } from '../readings/RestsOn'
import { FlipIt } from './FlipIt'
import { FlowSection } from './FlowSection'
import { RuleChip } from './RuleChip'
import './why.css'

/** Below what is read first, and not needed for it. */
const Changed = lazy(() => import('../session/Changed'))
const everything = (): boolean => true

/** Why it came out so: the reason, its rule and source, what would change it, and the table that decided. */
export default function WhyPanel() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const looked = usePlayground(lookedVerdict)
  const pane = usePlayground((it) => it.pane)
  const moment = usePlayground(({ work }) => `${work.opened} ${work.current} ${work.shown} ${work.scenario.release}`)
  const { look } = useActions()
  if (!step || looked === null) return <Begin />
  const verdict = step.verdicts[looked] ?? step.verdicts[step.telling]
  if (!verdict) return null
  return (
    <div className="panel why">
      <FlipIt key={`${moment} ${looked}`} verdict={verdict} looked={looked} />
      <Tables step={step} looked={looked} words={words} onLook={look} />
      {/* Anew with the pane: what is hidden cannot be scrolled to its ending. The drawing itself is kept. */}
      <FlowSection key={pane} verdict={verdict} />
      <Reason verdict={verdict} words={words} />
      <RestsOn step={step} />
      <Facts verdict={verdict} words={words} />
      <Received step={step} words={words} />
      <Changes step={step} words={words} />
      <Suspense fallback={null}>
        <Changed about={everything} whose />
      </Suspense>
    </div>
  )
}

/** The most telling rule with its source; the others stand at the nodes of the flow. */
function Reason({ verdict, words }: { readonly verdict: Verdict; readonly words: Words }) {
  const release = usePlayground((it) => it.work.scenario.release)
  const status = statusOf(verdict, release)
  const decision = decisionNamed(verdict.decision)
  const [first] = rulesOf(decision, verdict)
  return (
    <section className="reason">
      {status === 'assumed' && <p className="assumed-note">{words.panels.why.rests}</p>}
      {status === 'contradicted' && <p className="contradicted-note">{words.panels.why.disagree}</p>}
      {first && <RuleChip id={first} full />}
    </section>
  )
}

interface TablesProps {
  readonly step: Step
  readonly looked: number
  readonly words: Words
  readonly onLook: (at: number) => void
}

/** All tables of the step, in order; the one that tells the story is open at first. */
function Tables({ step, looked, words, onLook }: TablesProps) {
  const strip = useRef<HTMLElement>(null)
  const pane = usePlayground((it) => it.pane)
  useEffect(() => {
    const open = strip.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (open && strip.current)
      strip.current.scrollLeft =
        open.offsetLeft + open.clientWidth - strip.current.offsetLeft - strip.current.clientWidth + 8
  }, [step, looked, pane])
  if (step.verdicts.length < 2) return null
  return (
    <nav className="tables" aria-label={words.panels.why.tables} ref={strip}>
      {step.verdicts.map((verdict, i) => (
        <button
          key={i}
          type="button"
          aria-pressed={i === looked}
          onClick={() => onLook(i)}
          title={`${flowOf(words, verdict.decision).title} ${sentenceOf(verdict, words)}`}
        >
          <ToneSign tone={verdict.tone} size={14} />
          {textOf(words.panels.why.short, verdict.decision) || verdict.decision}
        </button>
      ))}
    </nav>
  )
}

function Facts({ verdict, words }: { readonly verdict: Verdict; readonly words: Words }) {
  return (
    <section>
      <h2>{words.panels.why.lookedAt}</h2>
      <dl className="facts">
        {Object.entries(verdict.facts).map(([name, fact]) => (
          <div key={name}>
            <dt>{textOf(words.facts, name)}</dt>
            <dd>{factText(fact, [words.yes, words.no])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Received({ step, words }: { readonly step: Step; readonly words: Words }) {
  const { answers, reply } = step
  if (answers.length === 0 && !reply) return null
  return (
    <section>
      <h2>{reply ? words.panels.why.reply : words.panels.why.answers}</h2>
      {answers.length > 0 && (
        <ul className="answers">
          {answers.map((answer, i) => (
            <li key={i}>
              <code>{callText(answer.call, answer.with)}</code> <span aria-hidden="true">→</span>{' '}
              <code>{answerText(answer, words)}</code>
            </li>
          ))}
        </ul>
      )}
      {reply && (
        <pre className="reply" tabIndex={0}>
          {reply.status === 0 ? words.panels.why.noStatus : `HTTP ${reply.status}`}
          {reply.setCookie ? `\nSet-Cookie: ${reply.setCookie}=…` : ''}
          {reply.body === null
            ? ''
            : `\n\n${typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body, null, 1)}`}
        </pre>
      )}
    </section>
  )
}

function Changes({ step, words }: { readonly step: Step; readonly words: Words }) {
  const [all, setAll] = useState(false)
  const told = step.events.filter(
    ({ type }) =>
      type !== 'processStarted' && type !== 'processEnded' && type !== 'sessionTouched' && type !== 'requestAnswered',
  )
  const shown = all ? told : told.slice(0, 6)
  return (
    <section>
      <h2>{words.panels.why.changed}</h2>
      {told.length === 0 ? (
        <p className="quiet">{words.panels.why.unchanged}</p>
      ) : (
        <ul className="changes">
          {shown.map((event, i) => (
            <li key={i}>{textOf(words.events, event.type)}</li>
          ))}
          {told.length > shown.length && (
            <li>
              <button type="button" className="inline" onClick={() => setAll(true)}>
                +{told.length - shown.length}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

/** Before the first step: go on with the story, or, when there is none yet, choose what to do. */
function Begin() {
  const words = useWords()
  const { goTo, show } = useActions()
  const empty = usePlayground(({ work }) => storyOf(work).commands.length === 0)
  const go = () => {
    if (empty) show('act')
    else goTo(1)
    // The button goes away: what follows is in the panel.
    document.getElementById('tab-panel')?.focus()
  }
  return (
    <div className="panel why">
      <p className="lead">{words.panels.why.begin}</p>
      <button type="button" className="primary" onClick={go}>
        {empty ? words.panels.why.choose : words.panels.why.next}
      </button>
    </div>
  )
}
