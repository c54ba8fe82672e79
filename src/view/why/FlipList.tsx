import { useEffect, useRef } from 'react'
import { rulesOf } from '../../decision/decision'
import { sentenceOf } from '../../diagram/telling'
import { decisionNamed } from '../../engine/decisions'
import { reachOf } from '../../search/change'
import { BOUND, type Flip, type Flips } from '../../search/flips'
import { storyOf } from '../../store/playground'
import { fill } from '../../words/fill'
import { useActions, usePlayground, useWords } from '../context'
import { useSearch } from '../search/useSearch'
import { useSearchWords } from '../search/words'
import { ToneSign } from '../signs'
import { flipSentences } from './flipText'
import { RuleChip } from './RuleChip'
import './flip.css'

interface FlipListProps {
  /** The table whose answer should turn. */
  readonly looked: number
  readonly onClose: () => void
}

/** The smallest changes that turn the shown step, each with what decides then, and to be played as a branch. */
export default function FlipList({ looked, onClose }: FlipListProps) {
  const words = useWords()
  const texts = useSearchWords().flip
  const work = usePlayground((it) => it.work)
  const { searching, start, cancel } = useSearch('flip')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    const { scenario, shown } = work
    start({ scenario, commands: storyOf(work).commands, number: shown, looked })
    // Once: another step, another story or another table is another list.
  }, [])
  const close = (): void => {
    cancel()
    onClose()
    document.getElementById('tab-panel')?.focus()
  }
  return (
    <section className="flips" aria-busy={searching.state === 'running'}>
      <h2 ref={title} tabIndex={-1}>
        {texts.title}
        <button type="button" className="inline" onClick={close}>
          {searching.state === 'running' ? texts.cancel : words.ui.close}
        </button>
      </h2>
      <p className="quiet" role="status">
        {searching.state === 'running'
          ? fill(texts.running, { count: searching.progress ?? 0 })
          : searching.state === 'done'
            ? summary(searching.answers, texts)
            : searching.state === 'failed'
              ? texts.failed
              : ''}
      </p>
      {searching.state === 'done' && searching.answers.flips.length > 0 && (
        <ol>
          {searching.answers.flips.map((flip, i) => (
            <OneFlip key={i} flip={flip} />
          ))}
        </ol>
      )}
    </section>
  )
}

function summary(
  { flips, tried, atOnce, cut }: Flips,
  texts: Readonly<Record<'found' | 'pairs' | 'none' | 'cut', string>>,
): string {
  const facts = { count: flips.length, tried, bound: BOUND.stories, earlier: BOUND.earlier }
  if (flips.length > 0) return fill(atOnce === 1 ? texts.found : texts.pairs, facts)
  return fill(cut ? texts.cut : texts.none, facts)
}

function OneFlip({ flip }: { readonly flip: Flip }) {
  const words = useWords()
  const texts = useSearchWords().flip
  const work = usePlayground((it) => it.work)
  const { branch, open } = useActions()
  const { verdict, sideEffects } = flip
  const [rule] = rulesOf(decisionNamed(verdict.decision), verdict)
  const play = (): void => {
    const { scenario, commands, shown } = flip
    if (reachOf(flip.changes) === 0) {
      branch(commands, shown)
    } else {
      // What was expected of the story as it was is not expected of this one.
      const { expect: _, ...rest } = scenario
      open({ ...rest, steps: commands, at: shown }, { kind: 'info', text: texts.opened, undoable: true })
    }
    document.getElementById('tab-panel')?.focus()
  }
  return (
    <li className={`flip tone-${verdict.tone}`}>
      <p>{flipSentences(flip, storyOf(work).commands, work.start, words, texts.changes).join(' ')}</p>
      <p className="flip-then">
        <ToneSign tone={verdict.tone} size={14} />
        <span>
          <b>{texts.then}</b> {sentenceOf(verdict, words)} {rule && <RuleChip id={rule} />}
        </span>
      </p>
      <p className="flip-foot">
        <button type="button" onClick={play}>
          {texts.play}
        </button>
        <span className="quiet">{fill(sideEffects === 0 ? texts.alone : texts.besides, { count: sideEffects })}</span>
      </p>
    </li>
  )
}
