import { useEffect, useMemo, useRef } from 'react'
import { clockOf } from '../../engine/clock'
import { spelled, RELEASES, type Release } from '../../engine/releases/releases'
import { tellingOf } from '../../diagram/telling'
import { SPEEDS, shownWork, storyOf, type Work } from '../../store/playground'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { IconButton } from '../IconButton'
import { ToneSign } from '../signs'
import { Waits } from './Waits'
import './timeline.css'

/** Steps drawn around the shown one; the others are counted, so that a story of thousands stays quick. */
const AROUND = 40

/** Every step with its outcome, and where we stand: back is as easy as forward. */
export function Timeline() {
  const words = useWords()
  const work = usePlayground(shownWork)
  const pane = usePlayground((it) => it.pane)
  const { goTo } = useActions()
  const text = words.ui.timeline
  const story = storyOf(work)
  const total = story.commands.length
  const { shown } = work
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    // Only the list itself may move: scrolling into view would also move the page a docs author embedded us in.
    const box = list.current
    if (!here || !box) return
    box.scrollLeft = here.offsetLeft - box.offsetLeft - box.clientWidth / 2 + here.clientWidth / 2
    box.scrollTop = here.offsetTop - box.offsetTop - box.clientHeight / 2 + here.clientHeight / 2
    // A pane that was hidden had nothing to scroll.
  }, [shown, story, pane])
  const from = Math.max(0, Math.min(shown - AROUND, total - 2 * AROUND))
  const to = Math.min(total, Math.max(shown + AROUND, 2 * AROUND))
  const told = useMemo(
    () => story.commands.slice(from, to).map((command) => tellingOf(command, story.start, words)),
    [story, from, to, words],
  )
  return (
    <section className="timeline" id="timeline" tabIndex={-1} aria-label={text.title}>
      <Controls work={work} words={words} />
      <ol className="steps" ref={list} tabIndex={-1}>
        <li>
          <button
            type="button"
            className="step step-start"
            aria-current={shown === 0 ? 'step' : undefined}
            onClick={() => goTo(0)}
          >
            <b>{text.start}</b>
            <span className="step-time">0:00</span>
          </button>
        </li>
        {from > 0 && <li className="quiet">{fill(text.earlier, { count: from })}</li>}
        {told.map(({ who, what }, i) => {
          const number = from + i + 1
          const mark = story.marks[number - 1]
          if (!mark) return null
          const differs = work.difference?.at === number
          return (
            <li key={number}>
              <button
                type="button"
                className={`step${number > shown ? ' step-ahead' : ''}${differs ? ' step-differs' : ''}`}
                aria-current={number === shown ? 'step' : undefined}
                onClick={() => goTo(number)}
              >
                <span className="step-head">
                  <span className="step-number">{number}</span>
                  <ToneSign tone={mark.tone} size={14} />
                  <span className="unseen">{words.ui.verdict.tones[mark.tone]}</span>
                  <span className="step-time">{clockOf(mark.now)}</span>
                </span>
                <b>{what}</b>
                <span className="step-who">{who}</span>
              </button>
            </li>
          )
        })}
        {to < total && <li className="quiet">{fill(text.later, { count: total - to })}</li>}
      </ol>
      <Notes work={work} words={words} />
    </section>
  )
}

function Controls({ work, words }: { readonly work: Work; readonly words: Words }) {
  const { goTo, play, hurry, switchTo } = useActions()
  const playing = usePlayground((it) => it.playing)
  const speed = usePlayground((it) => it.speed)
  const text = words.ui.timeline
  const total = storyOf(work).commands.length
  const { shown, stories, current } = work
  const atEnd = shown >= total
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => goTo(shown + 1), 1400 / speed)
    return () => clearTimeout(timer)
  }, [playing, shown, speed, goTo])
  return (
    <div className="controls">
      <IconButton sign="first" label={text.first} keys="Home" disabled={shown === 0} onPress={() => goTo(0)} />
      <IconButton big sign="back" label={text.back} keys="←" disabled={shown === 0} onPress={() => goTo(shown - 1)} />
      <IconButton big sign="forward" label={text.forward} keys="→" disabled={atEnd} onPress={() => goTo(shown + 1)} />
      <IconButton sign="last" label={text.last} keys="End" disabled={atEnd} onPress={() => goTo(total)} />
      <IconButton
        sign={playing ? 'pause' : 'play'}
        label={playing ? text.pause : text.play}
        keys="P"
        disabled={atEnd}
        onPress={() => play(!playing)}
      />
      <select
        className="speed"
        aria-label={text.speed}
        value={speed}
        onChange={(event) => hurry(SPEEDS.find((it) => it === Number(event.target.value)) ?? 1)}
      >
        {SPEEDS.map((it) => (
          <option key={it} value={it}>
            {fill(text.times, { speed: it })}
          </option>
        ))}
      </select>
      <input
        className="scrub"
        type="range"
        min={0}
        max={total}
        value={shown}
        aria-label={text.scrub}
        aria-valuetext={fill(words.ui.verdict.step, { number: shown, total })}
        onChange={(event) => goTo(Number(event.target.value))}
      />
      <span className="count">
        {shown} / {total}
      </span>
      <Waits />
      {stories.length > 1 && (
        <select aria-label={text.branches} value={current} onChange={(event) => switchTo(Number(event.target.value))}>
          {stories.map((it, i) => (
            <option key={i} value={i}>
              {i === 0 ? text.story : fill(text.branch, { number: i })} ·{' '}
              {fill(text.steps, { count: it.commands.length })}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

const isRelease = (text: string): text is Release => RELEASES.some((it) => it === text)

function Notes({ work, words }: { readonly work: Work; readonly words: Words }) {
  const text = words.ui.timeline
  const { difference, shown } = work
  if (difference) {
    const release = isRelease(difference.from)
    const from = release ? spelled(difference.from as Release) : ''
    const differs = release ? text.differs : text.differsSetting
    const same = release ? text.same : text.sameSetting
    return (
      <p className="timeline-note">
        {difference.at === null ? fill(same, { from }) : fill(differs, { from, number: difference.at })}
      </p>
    )
  }
  if (shown < storyOf(work).commands.length) return <p className="timeline-note">{text.past}</p>
  return null
}
