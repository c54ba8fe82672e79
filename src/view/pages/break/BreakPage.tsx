import { useMemo, useState } from 'react'
import { browserText } from '../../../diagram/telling'
import type { World } from '../../../engine/world'
import { PRESETS } from '../../../gallery/presets'
import { FAMILIES } from '../../../search/alphabet'
import { castOf, CASTS } from '../../../search/cast'
import { partsOf, PROMISE_NAMES, PROMISES, type Parts } from '../../../search/promises'
import { writeAddress, type Address } from '../../../share/address'
import { FORMAT, startOf, type Scenario } from '../../../simulation/scenario'
import { useActions, usePlayground } from '../../context'
import { useSearchWords } from '../../search/words'
import { RuleChip } from '../../why/RuleChip'
import type { PageProps } from '../OpenPage'
import { useRelease } from '../useRelease'
import { Hunting } from './Hunting'
import { addressOf, DEPTHS, toPromise, wantedOf, type Wanted } from './wanted'
import '../answers.css'
import './break.css'

/** Break it: a sentence that should hold, where, by whom and with what; and the shortest story that breaks it. */
export default function BreakPage({ address }: PageProps) {
  const texts = useSearchWords().break
  const { visit } = useActions()
  const release = useRelease(address)
  const wanted = wantedOf(address)
  const own = usePlayground(({ work }) => work.scenario)
  const scenario = useMemo(
    (): Scenario => ({
      format: FORMAT,
      title: '',
      release,
      world: wanted.world === 'own' ? own.world : 'office',
      ...(wanted.world === 'own' && own.settings ? { settings: own.settings } : {}),
      steps: [],
    }),
    [own, release, wanted.world],
  )
  const start = useMemo(() => startOf(scenario, PRESETS), [scenario])
  if (!start) return null // the story of the reader has been told in this world
  const parts = partsOf(wanted.promise, start, castOf(start, wanted.cast), wanted.parts)
  const set = (more: Partial<Wanted>): void => visit(addressOf(address, { ...wanted, ...more }))
  const { kind, rules } = PROMISES[wanted.promise]
  return (
    <div className="page break">
      <p className="lead">{texts.lead}</p>
      <Sentences address={address} wanted={wanted} />
      <div className="break-answer">
        <h2>
          <Sentence wanted={wanted} parts={parts} start={start} onChoose={(chosen) => set({ parts: chosen })} />
        </h2>
        <p className="sources">
          <span className="quiet">
            {texts.kinds[kind]} · {texts.rests}
          </span>
          {rules.map((id) => (
            <RuleChip key={id} id={id} />
          ))}
        </p>
        <Controls wanted={wanted} onChange={set} />
        <Hunting
          // Another question: what was found for the last one is not its answer.
          key={JSON.stringify([wanted, parts, scenario])}
          asked={{ ...wanted, parts, scenario }}
          title={inWords(wanted, parts, start, texts)}
          link={writeAddress({ ...addressOf(address, { ...wanted, parts }), release })}
        />
      </div>
    </div>
  )
}

type Texts = ReturnType<typeof useSearchWords>['break']

const partText = (value: string, start: World, { guest }: Texts): string =>
  value === 'guest' ? guest : start.browsers.has(value) ? browserText(start, value) : value

/** The sentence with its blanks filled. */
function inWords({ promise }: Wanted, parts: Parts, start: World, texts: Texts): string {
  return texts.promises[promise].replace(/\{(\w+)\}/g, (_, blank: string) => partText(parts[blank] ?? '', start, texts))
}

interface SentenceProps {
  readonly wanted: Wanted
  readonly parts: Parts
  readonly start: World
  readonly onChoose: (parts: Parts) => void
}

/** The sentence; what can be chosen in it stands in it. */
function Sentence({ wanted, parts, start, onChoose }: SentenceProps) {
  const texts = useSearchWords().break
  const options = PROMISES[wanted.promise].parts?.(start, castOf(start, wanted.cast)) ?? {}
  const pieces = texts.promises[wanted.promise].split(/\{(\w+)\}/)
  return pieces.map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      <select
        key={piece}
        aria-label={texts.blanks[piece as keyof typeof texts.blanks]}
        value={parts[piece]}
        onChange={(event) => onChoose({ ...parts, [piece]: event.target.value })}
      >
        {(options[piece] ?? []).map((it) => (
          <option key={it} value={it}>
            {partText(it, start, texts)}
          </option>
        ))}
      </select>
    ),
  )
}

/** All sentences, by what they are: a list beside the answer, folded where there is no room for it. */
function Sentences({ address, wanted }: { readonly address: Address; readonly wanted: Wanted }) {
  const texts = useSearchWords().break
  const [open, setOpen] = useState(false)
  return (
    <nav className={open ? 'sentence-list open' : 'sentence-list'} aria-label={texts.sentences}>
      <button type="button" className="sentence-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {texts.choose}
      </button>
      <div className="sentence-inside">
        {(['stated', 'believed', 'kept'] as const).map((kind) => (
          <section key={kind}>
            <h2>{texts.kinds[kind]}</h2>
            <ul>
              {PROMISE_NAMES.filter((name) => PROMISES[name].kind === kind).map((name) => (
                <li key={name}>
                  <a
                    href={writeAddress(toPromise(address, name, wanted))}
                    aria-current={name === wanted.promise ? 'page' : undefined}
                    onClick={() => setOpen(false)}
                  >
                    {texts.promises[name].replace(/\{\w+\}/g, '…')}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

interface ControlsProps {
  readonly wanted: Wanted
  readonly onChange: (more: Partial<Wanted>) => void
}

function Controls({ wanted, onChange }: ControlsProps) {
  const texts = useSearchWords().break
  const toggle = (family: Wanted['families'][number]): void => {
    const { families } = wanted
    onChange({ families: families.includes(family) ? families.filter((it) => it !== family) : [...families, family] })
  }
  return (
    <>
      <div className="page-controls">
        <label className="field">
          <span>{texts.world}</span>
          <select
            value={wanted.world}
            onChange={(event) => onChange({ world: event.target.value === 'own' ? 'own' : 'office' })}
          >
            {(['office', 'own'] as const).map((it) => (
              <option key={it} value={it}>
                {texts.worlds[it]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{texts.cast}</span>
          <select
            value={wanted.cast}
            onChange={(event) => onChange({ cast: CASTS.find((it) => it === event.target.value) ?? 'one' })}
          >
            {CASTS.map((it) => (
              <option key={it} value={it}>
                {texts.casts[it]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{texts.depth}</span>
          <select value={wanted.depth} onChange={(event) => onChange({ depth: Number(event.target.value) })}>
            {DEPTHS.map((it) => (
              <option key={it} value={it}>
                {it}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="families">
        <legend>{texts.commands}</legend>
        {FAMILIES.map((it) => (
          <label key={it}>
            <input type="checkbox" checked={wanted.families.includes(it)} onChange={() => toggle(it)} />{' '}
            {texts.families[it]}
          </label>
        ))}
        <p className="quiet">{texts.always}</p>
      </fieldset>
    </>
  )
}
