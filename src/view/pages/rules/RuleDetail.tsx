import { useEffect, useMemo, useRef } from 'react'
import { sentenceOf, tellingOf } from '../../../diagram/telling'
import { RELEASES, spelled, type Release } from '../../../engine/releases/releases'
import { addressOf, manualOf, PAGES, type Page } from '../../../engine/releases/pages'
import { noteOf } from '../../../engine/releases/rules'
import { proofOf, scenarioOf, type Evidence, type Proofs } from '../../../evidence/evidence'
import { nearestRelease, placesOf } from '../../../evidence/simulated'
import { startIn, type Title } from '../../../evidence/tale'
import { writeAddress, type Address } from '../../../share/address'
import { tell } from '../../../simulation/story'
import { sentenceOf as nodeSentence } from '../../../diagram/flowchart'
import { fill } from '../../../words/fill'
import { flowOf, textOf, withLabels, type RulebookWords, type Words } from '../../../words/words'
import { useActions, useWords } from '../../context'
import { useCopy } from '../../dialogs/saving'
import { ToneSign } from '../../signs'
import { heldText } from './held'
import { useRulebookWords } from './rulebookWords'
import { isRule, useProofs } from './proofs'

interface RuleDetailProps {
  readonly address: Address
  readonly release: Release
  readonly proofs: Proofs | undefined
}

/** One rule: what it says and where, what shows it, and what rests on it. */
export function RuleDetail({ address, release, proofs }: RuleDetailProps) {
  const words = useWords()
  const text = useRulebookWords()
  const copy = useCopy()
  const head = useRef<HTMLHeadingElement>(null)
  const id = address.item
  const note = noteOf(id)
  // Who opened a rule from the list goes on reading here; Escape leads back to its row.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement.dataset.rule === id)
      head.current?.focus({ preventScroll: true })
  }, [id])
  if (!note || !isRule(id))
    return (
      <section className="rule-detail rule-detail-none">
        <p className="quiet">{id === '' ? text.choose : fill(text.noRule, { id })}</p>
      </section>
    )
  const page: Page = PAGES[note.page]
  // A manual that has the rule.
  const manual = nearestRelease(id, release) ?? release
  const kinds = proofs?.kinds.get(id)
  const link = writeAddress({ page: 'rules', item: id, release, with: {} })
  return (
    <section
      className="rule-detail"
      aria-labelledby="rule-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') document.querySelector<HTMLElement>(`[data-rule="${id}"]`)?.focus()
      }}
    >
      <a className="rule-back" href={writeAddress({ page: 'rules', item: '', with: address.with })}>
        {text.all}
      </a>
      <div className="rule-detail-head">
        <h2 id="rule-title" ref={head} tabIndex={-1} className="mono">
          {id}
        </h2>
        <button type="button" onClick={() => void copy(new URL(link, document.baseURI).href)}>
          {text.copy}
        </button>
      </div>
      <p className="rule-detail-sentence">{textOf(words.rules, id)}</p>
      <dl className="rule-about">
        <dt>{text.about.releases}</dt>
        <dd>{heldText(note, text)}</dd>
        <dt>{text.about.source}</dt>
        <dd>
          <a href={addressOf(note.page, manual)} target="_blank" rel="noreferrer noopener">
            {fill(page.versioned ? text.manual : text.outside, {
              page: page.title,
              release: spelled(manualOf(note.page, manual)),
            })}
          </a>
        </dd>
        <dt>{text.about.status}</dt>
        <dd>
          <span className={`rule-mark rule-${note.status}`}>{text.how[note.status]}</span>
        </dd>
        {kinds !== undefined && kinds.size > 0 && (
          <>
            <dt>{text.about.kinds}</dt>
            <dd>{[...kinds].map((it) => text.kinds[it]).join(', ')}</dd>
          </>
        )}
      </dl>
      <h3>{text.evidence}</h3>
      {proofs ? (
        <Shown id={id} release={release} proofs={proofs} address={address} />
      ) : (
        <p className="quiet">{fill(text.playing, { release: spelled(release), percent: '…' })}</p>
      )}
      <Disagreements ids={note.contradictions ?? []} text={text} />
      <Questions ids={note.questions ?? []} text={text} />
      <Tables id={id} address={address} />
    </section>
  )
}

function Shown({
  id,
  release,
  proofs,
  address,
}: {
  readonly id: string
  readonly release: Release
  readonly proofs: Proofs
  readonly address: Address
}) {
  const text = useRulebookWords()
  const { retell } = useActions()
  const proof = proofOf(id, proofs)
  switch (proof.kind) {
    case 'notSimulated':
      return <p className="rule-not">{text.notSimulated}</p>
    case 'elsewhere':
      return (
        <>
          <p className="rule-not">
            {fill(text.notHere, { release: spelled(release), nearest: spelled(proof.release) })}{' '}
            <button type="button" className="inline" onClick={() => retell(proof.release)}>
              {fill(text.retell, { release: spelled(proof.release) })}
            </button>
          </p>
          <Elsewhere id={id} releases={[proof.release]} address={address} />
        </>
      )
    case 'unseen':
      return (
        <>
          <p className="rule-not">{fill(text.notShown, { release: spelled(release) })}</p>
          <Elsewhere id={id} releases={nearestFirst(release)} address={address} />
        </>
      )
    case 'shown':
      return <Story evidence={proof.evidence} address={address} />
  }
}

const nearestFirst = (release: Release): readonly Release[] => {
  const at = RELEASES.indexOf(release)
  return RELEASES.filter((it) => it !== release).sort(
    (a, b) => Math.abs(RELEASES.indexOf(a) - at) - Math.abs(RELEASES.indexOf(b) - at),
  )
}

/** The evidence of the first of these releases that has one; the stories are played in one release after the other. */
function Elsewhere({
  id,
  releases,
  address,
}: {
  readonly id: string
  readonly releases: readonly Release[]
  readonly address: Address
}) {
  const text = useRulebookWords()
  const [first, ...rest] = releases
  const { result } = useProofs(first ?? RELEASES[0])
  if (first === undefined) return null
  if (!result) return <p className="quiet">{text.lookingElsewhere}</p>
  const proof = proofOf(id, result)
  if (proof.kind !== 'shown') return <Elsewhere key={rest[0]} id={id} releases={rest} address={address} />
  return (
    <>
      <p>{fill(text.shownIn, { nearest: spelled(first) })}</p>
      <Story evidence={proof.evidence} address={address} />
    </>
  )
}

/** A story that shows a rule, and how it comes out, played just now. */
function Story({ evidence, address }: { readonly evidence: Evidence; readonly address: Address }) {
  const words = useWords()
  const text = useRulebookWords()
  const { open } = useActions()
  const { rule, release, tale, commands, verdict, telling, node } = evidence
  const start = useMemo(() => startIn(tale, release), [tale, release])
  const { marks } = useMemo(() => tell(start, commands), [start, commands])
  const number = commands.length
  const play = (): void =>
    open(
      scenarioOf(evidence, {
        title: fill(text.evidenceFor, { rule, release: spelled(release) }),
        question: textOf(words.rules, rule),
      }),
      { kind: 'info', text: fill(text.played, { rule }), undoable: true },
    )
  return (
    <div className={`evidence headline tone-${verdict.tone}`}>
      <p className="headline-step">{fill(text.result, { release: spelled(release), number })}</p>
      <p className="headline-sentence">
        <ToneSign tone={verdict.tone} size={22} />
        <span>
          <span className="unseen">{words.ui.verdict.tones[verdict.tone]}: </span>
          {sentenceOf(verdict, words) || flowOf(words, verdict.decision).title}
        </span>
      </p>
      {!telling && <p className="quiet">{text.beside}</p>}
      <ol className="evidence-steps" aria-label={text.steps}>
        {commands.map((command, i) => {
          const { who, what } = tellingOf(command, start, words)
          const tone = marks[i]?.tone ?? 'plain'
          return (
            <li key={i} aria-current={i === number - 1 ? 'step' : undefined}>
              <ToneSign tone={tone} size={14} />
              <span>
                {who && `${who}: `}
                <span className="mono">{what}</span>
              </span>
            </li>
          )
        })}
      </ol>
      <p className="buttons">
        <button type="button" className="primary" onClick={play}>
          {text.play}
        </button>
        <a className="button" href={tableAddress(address, verdict.decision, node)}>
          {text.toTable}
        </a>
      </p>
      <p className="quiet">{fill(text.story, { title: titleOf(tale.title, words, text) })}</p>
    </div>
  )
}

/** What a story is called. */
function titleOf(title: Title, words: Words, text: RulebookWords): string {
  if ('said' in title) return title.said
  if ('gallery' in title)
    return (words.gallery as Readonly<Record<string, { readonly title: string }>>)[title.gallery]?.title ?? ''
  const { place, ...about } = title.about
  return fill(textOf(text.tales, title.key), { ...about, ...(place ? { place: textOf(words.places, place) } : {}) })
}

export const tableAddress = (address: Address, table: string, node = ''): string =>
  writeAddress({ ...address, with: { ...address.with, table, ...(node ? { node } : {}) } })

function Disagreements({ ids, text }: { readonly ids: readonly string[]; readonly text: RulebookWords }) {
  const entries = text.contradictions as Readonly<Record<string, RulebookWords['contradictions']['C-01']>>
  if (ids.length === 0) return null
  return (
    <>
      <h3>{text.disagreements}</h3>
      <ul className="rule-entries">
        {ids.map((id) => (
          <li key={id} className="contradicted-note">
            <p>
              <b className="mono">{id}</b> <b>{entries[id]?.about}</b>
            </p>
            <p>{entries[id]?.says}</p>
            <p>
              <b>{text.reading}:</b> {entries[id]?.reading}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Questions({ ids, text }: { readonly ids: readonly string[]; readonly text: RulebookWords }) {
  const entries = text.questions as Readonly<Record<string, RulebookWords['questions']['Q-01']>>
  if (ids.length === 0) return null
  return (
    <>
      <h3>{text.open}</h3>
      <ul className="rule-entries">
        {ids.map((id) => (
          <li key={id} className="assumed-note">
            <p>
              <b className="mono">{id}</b> {entries[id]?.asks}
            </p>
            <p>
              <b>{text.assumes}:</b> {entries[id]?.assumes}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The nodes that rest on a rule, by table; each opens its flow. */
function Tables({ id, address }: { readonly id: string; readonly address: Address }) {
  const words = useWords()
  const text = useRulebookWords()
  const places = placesOf(id)
  const tables = [...new Set(places.map(({ decision }) => decision))]
  if (tables.length === 0) return null
  return (
    <>
      <h3>{text.rests}</h3>
      <ul className="rule-tables">
        {tables.map((table) => {
          const texts = withLabels(flowOf(words, table), words)
          return (
            <li key={table}>
              <p>{texts.title}</p>
              <ul>
                {places
                  .filter(({ decision }) => decision === table)
                  .map(({ node }) => (
                    <li key={node}>
                      <a href={tableAddress(address, table, node)}>{nodeSentence(texts, node)}</a>
                    </li>
                  ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </>
  )
}
