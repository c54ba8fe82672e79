import { useEffect, useMemo, useRef } from 'react'
import { rulesOf } from '../../../decision/decision'
import { sentenceOf, tellingOf, toldVerdict } from '../../../diagram/telling'
import { decisionNamed } from '../../../engine/decisions'
import { step, type Step } from '../../../engine/step'
import type { World } from '../../../engine/world'
import { PRESETS } from '../../../gallery/presets'
import type { Hunt, Hunted } from '../../../search/hunt'
import { PROMISES } from '../../../search/promises'
import { startOf } from '../../../simulation/scenario'
import { fill } from '../../../words/fill'
import { useActions, useWords } from '../../context'
import { useSearch } from '../../search/useSearch'
import { useSearchWords } from '../../search/words'
import { Sign, ToneSign } from '../../signs'
import { RuleChip } from '../../why/RuleChip'

interface HuntingProps {
  readonly asked: Hunt
  /** The sentence in words. */
  readonly title: string
  readonly link: string
}

/** The search itself: begun and ended by hand, told how far it is, and what it found. */
export function Hunting({ asked, title, link }: HuntingProps) {
  const texts = useSearchWords().break
  const { searching, start, cancel } = useSearch('break')
  const running = searching.state === 'running'
  const button = useRef<HTMLButtonElement>(null)
  // The other button takes the place of the one that was pressed: the focus stays there, unless it has gone elsewhere.
  const pressed = useRef(false)
  useEffect(() => {
    if (pressed.current && (document.activeElement === document.body || !document.activeElement))
      button.current?.focus()
    pressed.current = running
  }, [running])
  const begin = (): void => {
    pressed.current = true
    start(asked)
  }
  return (
    <section className="hunting" aria-busy={running}>
      <p className="hunting-run">
        {running ? (
          <button key="cancel" ref={button} type="button" onClick={cancel}>
            {texts.cancel}
          </button>
        ) : (
          <button key="run" ref={button} type="button" className="primary" onClick={begin}>
            {texts.run}
          </button>
        )}
        <a href={link}>{texts.permanent}</a>
      </p>
      <div role="status">
        {searching.state === 'idle' && <p className="quiet">{texts.start}</p>}
        {searching.state === 'failed' && <p>{texts.failed}</p>}
        {searching.state === 'running' && (
          <p className="quiet">
            {fill(texts.running, {
              ...(searching.progress ?? { depth: 1, states: 1, told: 0 }),
              most: asked.depth,
              rate: Math.round((searching.progress?.states ?? 0) / Math.max(0.1, searching.seconds)),
            })}
          </p>
        )}
        {searching.state === 'done' && <Found asked={asked} found={searching.answers} />}
      </div>
      {searching.state === 'done' && searching.answers.story && <Story found={searching.answers} title={title} />}
    </section>
  )
}

function Found({ asked, found }: { readonly asked: Hunt; readonly found: Hunted }) {
  const texts = useSearchWords().break
  const { story, states, depth, told, cut, whole } = found
  const { kind } = PROMISES[asked.promise]
  const facts = { states, told, count: depth }
  const said = story ? texts.broken : cut ? texts.cut : whole ? texts.whole : texts.none
  const tone = story ? 'bad' : 'plain'
  const expected = texts.expected[story ? (`${kind}Broken` as const) : kind]
  const remark = [expected, story ? '' : texts.noProof].filter(Boolean).join(' ')
  return (
    <>
      <p className={`hunting-verdict tone-${tone}`}>
        <ToneSign tone={tone} size={22} />
        <span>{fill(said, facts)}</span>
      </p>
      {remark && <p>{remark}</p>}
      <p className="quiet">{fill(texts.visited, facts)}</p>
    </>
  )
}

/** Every step with what came of it; the last one breaks the sentence. */
function Story({ found, title }: { readonly found: Hunted; readonly title: string }) {
  const words = useWords()
  const texts = useSearchWords().break
  const { open } = useActions()
  const { story, scenario } = found
  const start = useMemo(() => startOf(scenario, PRESETS), [scenario])
  const steps = useMemo(() => (start && story ? told(start, story) : []), [start, story])
  if (!start || !story) return null
  const play = (): void =>
    open({ ...scenario, title, question: title, steps: story }, { kind: 'info', text: texts.opened, undoable: true })
  return (
    <section className="hunted">
      <h3>{texts.story}</h3>
      <ol>
        {steps.map((it, i) => {
          const { who, what } = tellingOf(it.command, start, words)
          const verdict = toldVerdict(it)
          const [rule] = rulesOf(decisionNamed(verdict.decision), verdict)
          return (
            <li key={i}>
              <span className="hunted-number">{i + 1}</span>
              <span>
                {who && `${who}: `}
                <span className="mono">{what}</span>
              </span>
              <span className="hunted-came">
                <ToneSign tone={verdict.tone} size={14} />
                <span>
                  {sentenceOf(verdict, words)} {rule && <RuleChip id={rule} />}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
      <button type="button" className="primary play" onClick={play}>
        <Sign name="play" size={12} />
        {texts.play}
      </button>
    </section>
  )
}

function told(start: World, story: NonNullable<Hunted['story']>): readonly Step[] {
  const steps: Step[] = []
  for (const command of story) steps.push(step(steps.at(-1)?.world ?? start, command))
  return steps
}
