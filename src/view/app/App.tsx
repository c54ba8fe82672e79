import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import { flowOf } from '../../words/words'
import { fill } from '../../words/fill'
import { sentenceOf, tellingOf, toldVerdict } from '../../diagram/telling'
import { lookedVerdict, shownStep, storyOf, type Tab } from '../../store/playground'
import { useActions, usePlayground, usePlaygroundStore, useWords, Worded } from '../context'
import { ToneSign } from '../signs'
import { Timeline } from '../timeline/Timeline'
import { Topology } from '../topology/Topology'
import { Header } from './Header'
import { listenToKeys } from './keys'
import { NoticeBar } from './NoticeBar'
import { Failed, Safety } from './Safety'
import './app.css'
import './low.css'
import './forced.css'
// With the first style sheet, not after the panels they belong to: the build draws them into the first screen.
import '../why/why.css'
import '../flow/flow.css'

const later = {
  dialogs: () => import('../dialogs/Dialogs'),
  act: () => import('../act/ActPanel'),
  session: () => import('../session/SessionPanel'),
  sequence: () => import('../sequence/SequencePanel'),
  rules: () => import('../rules/RulesPanel'),
}
const LATER: readonly (() => Promise<unknown>)[] = Object.values(later)

const Dialogs = lazy(later.dialogs)
const WhyPanel = lazy(() => import('../why/WhyPanel'))
const ActPanel = lazy(later.act)
const SessionPanel = lazy(later.session)
const SequencePanel = lazy(later.sequence)
const RulesPanel = lazy(later.rules)
const OpenPage = lazy(() => import('../pages/OpenPage'))

/** One screen: the picture, the reason beside it, time below. */
export function App() {
  const store = usePlaygroundStore()
  const pane = usePlayground((it) => it.pane)
  const dialog = usePlayground((it) => it.dialog)
  const words = useWords()
  const busy = usePlayground((it) => it.teller === null)
  const away = usePlayground((it) => it.address.page !== 'play')
  const { turnTo } = useActions()
  useEffect(() => listenToKeys(store), [store])
  // From here on the picture is fitted by the page, not by the style of the first screen.
  useLayoutEffect(() => document.getElementById('root')?.classList.remove('first-frame'), [])
  // Once the first screen stands, the other panels are fetched, so that they open at once and without the network.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled(LATER.map((load) => load())), 2500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={away ? 'app' : `app pane-${pane}`} aria-busy={busy}>
      <a className="skip" href="#detail">
        {words.ui.skip}
      </a>
      {!away && (
        <a className="skip" href="#timeline">
          {words.ui.skipToTime}
        </a>
      )}
      <Header />
      {away ? (
        <main className="away" id="detail" tabIndex={-1}>
          <Safety instead={<Failed text={words.ui.panelFailed} again={words.ui.tryAgain} />}>
            <Suspense fallback={<p className="panel quiet">{words.ui.loading}</p>}>
              <Worded>
                <OpenPage />
              </Worded>
            </Suspense>
          </Safety>
        </main>
      ) : (
        <>
          <main className="stage">
            <Topology />
            <Detail />
          </main>
          <Timeline />
          <nav className="panes" aria-label={words.ui.name}>
            {(['topology', 'detail', 'timeline'] as const).map((it) => (
              <button key={it} type="button" aria-pressed={it === pane} onClick={() => turnTo(it)}>
                {words.ui.panes[it]}
              </button>
            ))}
          </nav>
        </>
      )}
      {dialog === null && <NoticeBar />}
      <Announcer />
      {dialog !== null && (
        <Suspense fallback={null}>
          <Worded>
            <Dialogs />
          </Worded>
        </Suspense>
      )}
    </div>
  )
}

const PANELS: Readonly<Record<Tab, React.ComponentType>> = {
  why: WhyPanel,
  act: ActPanel,
  session: SessionPanel,
  sequence: SequencePanel,
  rules: RulesPanel,
}
const TABS = Object.keys(PANELS) as readonly Tab[]

function Detail() {
  const words = useWords()
  const tab = usePlayground((it) => it.tab)
  const { show } = useActions()
  const Panel = PANELS[tab]
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]
    if (!next) return
    show(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <aside className="detail" id="detail" tabIndex={-1}>
      <Headline />
      <div className="tabs" role="tablist" aria-label={words.ui.panes.detail} onKeyDown={onKeyDown}>
        {TABS.map((it) => (
          <button
            key={it}
            id={`tab-${it}`}
            type="button"
            role="tab"
            aria-selected={it === tab}
            aria-controls="tab-panel"
            tabIndex={it === tab ? 0 : -1}
            onClick={() => show(it)}
          >
            {words.ui.tabs[it]}
          </button>
        ))}
      </div>
      <div className="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        <Safety key={tab} instead={<Failed text={words.ui.panelFailed} again={words.ui.tryAgain} />}>
          <Suspense fallback={<p className="panel quiet">{words.ui.loading}</p>}>
            <Worded asBegun={tab === 'why'}>
              <Panel />
            </Worded>
          </Suspense>
        </Safety>
      </div>
    </aside>
  )
}

/** The verdict stands above every tab: whoever acts sees at once how it came out. */
function Headline() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const looked = usePlayground(lookedVerdict)
  const total = usePlayground(({ work }) => storyOf(work).commands.length)
  const number = usePlayground(({ work }) => work.shown)
  const start = usePlayground(({ work }) => work.start)
  if (!step) {
    return (
      <div className="headline tone-plain">
        <p className="headline-step">{words.ui.timeline.start}</p>
        <p className="headline-sentence">{words.ui.verdict.nothing}</p>
      </div>
    )
  }
  const verdict = (looked === null ? undefined : step.verdicts[looked]) ?? toldVerdict(step)
  const { who, what } = tellingOf(step.command, start, words)
  return (
    <div className={`headline tone-${verdict.tone}`}>
      <p className="headline-step">
        {fill(words.ui.verdict.step, { number, total })} · {who ? `${who}: ` : ''}
        <span className="mono">{what}</span>
      </p>
      <p className="headline-sentence">
        <ToneSign tone={verdict.tone} size={22} />
        <span>{sentenceOf(verdict, words) || flowOf(words, verdict.decision).title}</span>
      </p>
    </div>
  )
}

/** Every step in a sentence, for those who listen. */
function Announcer() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const number = usePlayground(({ work }) => work.shown)
  const start = usePlayground(({ work }) => work.start)
  const verdict = step && toldVerdict(step)
  const text = verdict
    ? fill(words.commands.announced, {
        number,
        what: [tellingOf(step.command, start, words).who, tellingOf(step.command, start, words).what]
          .filter(Boolean)
          .join(': '),
        tone: words.ui.verdict.tones[verdict.tone],
        why: sentenceOf(verdict, words),
      })
    : words.ui.verdict.nothing
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  )
}
