import { useMemo } from 'react'
import { sequence, SHOWN } from '../../diagram/sequence'
import { tellingOf, toldVerdict } from '../../diagram/telling'
import { stepAt, worldAt } from '../../simulation/story'
import { step, type Step } from '../../engine/step'
import type { World } from '../../engine/world'
import type { Words } from '../../words/words'
import { shownWork, storyOf } from '../../store/playground'
import { usePlayground, useWords } from '../context'
import { CopyButtons } from '../dialogs/CopyButtons'
import { SequencePicture } from '../flow/SequencePicture'

/** The last steps up to the shown one, told again with their replies. */
export default function Sequence({ large = false }: { readonly large?: boolean }) {
  const words = useWords()
  const work = usePlayground(shownWork)
  const story = storyOf(work)
  const earlier = Math.max(0, work.shown - SHOWN)
  const steps = useMemo(() => {
    const from = earlier
    const first = stepAt(story, from + 1)
    if (!first) return []
    let world = worldAt(story, from)
    return story.commands.slice(from, work.shown).map((command): Step => {
      const next = step(world, command)
      world = next.world
      return next
    })
  }, [story, work.shown, earlier])
  const text = useMemo(() => sequence(steps, words, words.panels.sequence.leftOut, earlier), [steps, words, earlier])
  if (steps.length === 0) return <p className="lead">{words.panels.sequence.empty}</p>
  const said = (
    <ol className="walk" start={earlier + 1}>
      {steps.map((it, i) => (
        <li key={i}>{saidOf(it, story.start, words)}</li>
      ))}
    </ol>
  )
  return (
    <>
      {large && (
        <CopyButtons
          name={`story-${work.shown}`}
          mermaid={() => Promise.resolve(text)}
          said={() => steps.map((it) => saidOf(it, story.start, words)).join('\n')}
          drawn=".sequence-large svg:not(.sign)"
        />
      )}
      <div className="sequence-frame">
        <SequencePicture text={text} title={words.panels.sequence.title} fallback={said} />
      </div>
      <details className="in-words">
        <summary>{words.panels.why.words}</summary>
        {said}
      </details>
    </>
  )
}

/** "Ana · On Server Open Connection: createOTP() → done" */
function saidOf(it: Step, start: World, words: Words): string {
  const { who, what } = tellingOf(it.command, start, words)
  return `${who ? `${who}: ` : ''}${what} → ${words.panels.why.notices[toldVerdict(it).tone]}`
}
