import { useMemo } from 'react'
import { proving, type Proofs } from '../../../evidence/evidence'
import { readRelease, RELEASES, spelled, type Release } from '../../../engine/releases/releases'
import { storyOf } from '../../../store/playground'
import { releaseBefore, storyChange, type StoryChange } from '../../../survey/upgrade'
import { fill } from '../../../words/fill'
import { useActions, usePlayground, useWords } from '../../context'
import { useCopy } from '../../dialogs/saving'
import type { PageProps } from '../OpenPage'
import { usePageWords } from '../pageWords'
import { useRelease } from '../useRelease'
import { isProgress, useWork, type Progress } from '../useWork'
import { ChapterSection, DangerMark, type BothProofs } from './ChapterSection'
import { summaryOf, upgradeMarkdown } from './rows'
import { Stories } from './Stories'
import { upgrading } from './work'
import '../answers.css'
import './upgrade.css'

/** What changes if I upgrade? Two releases; every rule and answer that differs, and the reader's own story. */
export default function UpgradePage({ address }: PageProps) {
  const words = useWords()
  const pages = usePageWords()
  const { upgrade } = pages
  const to = useRelease(address)
  const from = readRelease(address.with.from ?? '') ?? releaseBefore(to)
  const copy = useCopy()
  const worked = useWork(`${from} ${to}`, () => upgrading(from, to, words))
  const own = useOwnStory(from, to)
  const proofs = useProofs(from, to)
  const done = isProgress(worked) ? null : worked
  const said = { words, pages }
  return (
    <div className="page upgrade">
      <p className="lead">{upgrade.lead}</p>
      <Choice address={address} from={from} to={to}>
        {done && (
          <button type="button" onClick={() => void copy(upgradeMarkdown(done, own, said))}>
            {upgrade.copy}
          </button>
        )}
      </Choice>
      <p role="status" className="summary">
        {done === null
          ? fill(upgrade.working, worked as Progress & Readonly<Record<string, number>>)
          : from === to
            ? upgrade.sameRelease
            : done.chapters.length === 0
              ? upgrade.nothing
              : summaryOf(done.chapters, said)}
      </p>
      {from !== to && own && (
        <section className="chapter" aria-labelledby="own-story">
          <h2 id="own-story">{upgrade.yours}</h2>
          <Stories changes={[own]} from={from} to={to} titled={upgrade.yours} />
        </section>
      )}
      {done && done.chapters.length > 0 && (
        <>
          <nav className="contents" aria-label={upgrade.contents}>
            <ul>
              {done.chapters.map(({ theme, danger }) => (
                <li key={theme}>
                  <button
                    type="button"
                    onClick={() => {
                      const head = document.getElementById(`theme-${theme}`)
                      head?.scrollIntoView()
                      head?.focus()
                    }}
                  >
                    {upgrade.themes[theme]} {danger && <DangerMark danger={danger} />}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {done.chapters.map((it) => (
            <ChapterSection key={it.theme} chapter={it} proofs={proofs} from={from} to={to} />
          ))}
        </>
      )}
      {done && from !== to && (
        <section className="chapter" aria-labelledby="stories">
          <h2 id="stories">{upgrade.stories}</h2>
          <p className="quiet">{upgrade.storiesLead}</p>
          <Stories changes={done.stories} from={from} to={to} titled={upgrade.stories} />
        </section>
      )}
    </div>
  )
}

/** The reader's own story in both releases; null until it is told. */
function useOwnStory(from: Release, to: Release): StoryChange | null {
  const scenario = usePlayground(({ work }) => work.scenario)
  const commands = usePlayground(({ work }) => storyOf(work).commands)
  // Told anew when the story is another one: the key of the work counts the stories.
  const key = useMemo(() => ({ scenario, commands }), [scenario, commands])
  const worked = useWork(`${from} ${to} ${keyOf(key)}`, function* () {
    const telling = storyChange(scenario, commands, from, to)
    for (;;) {
      const next = telling.next()
      if (next.done) return { change: next.value ?? null }
      yield { done: 0, total: 1 }
    }
  })
  return isProgress(worked) ? null : worked.change
}

/** The stories that prove the rules, told after everything else; null until then. */
function useProofs(from: Release, to: Release): BothProofs | null {
  const worked = useWork(`proofs ${from} ${to}`, function* (): Generator<Progress, BothProofs> {
    const of = function* (release: Release): Generator<Progress, Proofs> {
      const work = proving(release)
      for (;;) {
        const next = work.next()
        if (next.done) return next.value
        yield { done: next.value.done, total: next.value.of }
      }
    }
    return { from: yield* of(from), to: yield* of(to) }
  })
  return isProgress(worked) ? null : worked
}

const keys = new WeakMap<object, number>()
let count = 0

function keyOf(it: object): number {
  const known = keys.get(it) ?? ++count
  keys.set(it, known)
  return known
}

interface ChoiceProps {
  readonly address: PageProps['address']
  readonly from: Release
  readonly to: Release
  readonly children: React.ReactNode
}

function Choice({ address, from, to, children }: ChoiceProps) {
  const { upgrade } = usePageWords()
  const { visit, retell } = useActions()
  const choose = (a: Release, b: Release) => {
    visit({ ...address, release: b, with: { ...address.with, from: a } })
    retell(b)
  }
  return (
    <div className="page-controls">
      {(
        [
          { label: upgrade.from, value: from, set: (it: Release) => choose(it, to) },
          { label: upgrade.to, value: to, set: (it: Release) => choose(from, it) },
        ] as const
      ).map(({ label, value, set }) => (
        <label className="field" key={label}>
          <span>{label}</span>
          <select
            value={value}
            onChange={(event) => {
              const chosen = RELEASES.find((it) => it === event.target.value)
              if (chosen) set(chosen)
            }}
          >
            {RELEASES.map((it) => (
              <option key={it} value={it}>
                4D {spelled(it)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="button" onClick={() => choose(to, from)}>
        {upgrade.swap}
      </button>
      {children}
    </div>
  )
}
