import { durationText } from '../../diagram/telling'
import { nextExpiry } from '../../engine/nextExpiry'
import { shownWorld } from '../../store/playground'
import { fill } from '../../words/fill'
import { useActions, usePlayground, useWords } from '../context'

const SHORT = [1, 10]
const HOUR = 3600

/** Let time pass: by seconds, to whatever ends next, by an hour. */
export function Waits() {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const { act } = useActions()
  const expiry = nextExpiry(world)
  const text = words.ui.timeline
  const wait = (seconds: number) => act({ type: 'wait', seconds })
  return (
    <span className="waits" role="group" aria-label={text.wait}>
      {SHORT.map((count) => (
        <button key={count} type="button" onClick={() => wait(count)}>
          {fill(text.waitSeconds, { count })}
        </button>
      ))}
      <button
        type="button"
        aria-disabled={expiry === null}
        className={expiry === null ? 'hindered' : ''}
        onClick={() => expiry !== null && wait(expiry)}
      >
        {expiry === null ? text.nothingExpires : fill(text.waitExpiry, { left: durationText(expiry, words.ui) })}
      </button>
      <button type="button" onClick={() => wait(HOUR)}>
        {text.waitHour}
      </button>
    </span>
  )
}
