import { useMemo } from 'react'
import { nameOf } from '../../diagram/telling'
import { changesOf, type Change, type Value } from '../../diagram/changes'
import { shownWorld, worldBefore } from '../../store/playground'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { usePlayground, useWords } from '../context'
import './changed.css'

const MOST = 12

interface ChangedProps {
  /** Which changes are told here. */
  readonly about: (change: Change) => boolean
  /** Say of each what it belongs to: not needed where that is the title. */
  readonly whose?: boolean
}

/** How things were before the shown step, and how they are now. Nothing is drawn when nothing changed. */
export default function Changed({ about, whose = false }: ChangedProps) {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const before = usePlayground(worldBefore)
  const all = useMemo(() => (before ? changesOf(before, world) : []), [before, world])
  const told = all.filter(about)
  const text = words.changes
  if (told.length === 0 || !text.what) return null
  return (
    <section className="changed">
      <h2>{text.title}</h2>
      <dl>
        {told.slice(0, MOST).map((it) => (
          <div key={`${it.of.kind} ${it.of.name} ${it.what} ${it.which}`}>
            <dt>
              {whose && !saysItself(it) && `${nameOf(world, it.of)}: `}
              {fill(text.what[it.what], { which: it.which })}
            </dt>
            <dd>
              <span className="was">{fill(text.was, { was: valueText(it, it.was, words) })}</span>{' '}
              <b>{fill(text.now, { now: valueText(it, it.now, words) })}</b>
            </dd>
          </div>
        ))}
        {told.length > MOST && <div>+{told.length - MOST}</div>}
      </dl>
    </section>
  )
}

/** A token and the licences are named by what changed of them. */
const saysItself = ({ what }: Change): boolean => what === 'token' || what === 'licences'

function valueText({ what }: Change, value: Value, words: Words): string {
  const text = words.changes
  if (value === null) return text.nothing
  if (typeof value === 'string') return value || text.nothing
  if (typeof value === 'boolean') {
    if (what === 'session') return value ? text.there : text.gone
    return what === 'running' ? (value ? words.yes : words.no) : value ? words.ui.on : words.ui.off
  }
  return fill(text[value.state], { at: value.at })
}
