import { useState } from 'react'
import { discOf, guestNow } from '../../diagram/places'
import { callText, COMMANDS, sentenceOf } from '../../diagram/telling'
import { ask, foresee, inspect, placeOf, type Inspected } from '../../engine/inspect'
import { contextOf } from '../../engine/contexts'
import { decisionNamed } from '../../engine/decisions'
import { rulesOf } from '../../decision/decision'
import { has } from '../../engine/releases/releases'
import { singletonsOf, type Singleton } from '../../engine/singletons'
import { usesOf } from '../../engine/uses'
import { isWeb, serverOf, type Session, type Side, type World } from '../../engine/world'
import { shownWorld } from '../../store/playground'
import { fill } from '../../words/fill'
import { textOf, type Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { answerText } from '../why/answerText'
import { RuleChip } from '../why/RuleChip'
import { DiscMark, NullMark, ToneSign } from '../signs'
import Changed from './Changed'
import './session.css'

const MOST_LISTED = 40

/** The selected session as a live object: every member answers by its own table. */
export default function SessionPanel() {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const selected = usePlayground((it) => it.selected)
  const { select } = useActions()
  const [side, setSide] = useState<Side>('server')
  const wanted =
    selected?.kind === 'session'
      ? selected.name
      : selected?.kind === 'machine'
        ? world.machines.get(selected.name)?.session
        : undefined
  const session = (wanted && world.sessions.get(wanted)) || (wanted ? undefined : firstOf(world))
  const sessions = world.sessions.values().slice(0, MOST_LISTED)
  return (
    <div className="panel session">
      <nav className="session-list" aria-label={words.panels.session.none}>
        {sessions.map((it) => (
          <button
            key={it.name}
            type="button"
            aria-pressed={it === session}
            onClick={() => select({ kind: 'session', name: it.name })}
          >
            <DiscMark {...discOf(world, it)} /> {it.name}
          </button>
        ))}
        {world.sessions.size > sessions.length && (
          <span className="quiet">+{world.sessions.size - sessions.length}</span>
        )}
      </nav>
      {session ? (
        <SessionObject
          session={session}
          world={world}
          side={sideOf(session, side, world)}
          onSide={setSide}
          words={words}
        />
      ) : (
        <p className="lead">{wanted ? words.panels.session.closed : words.panels.session.none}</p>
      )}
    </div>
  )
}

const firstOf = (world: World): Session | undefined =>
  world.sessions.values().find(({ type }) => type === 'remote') ??
  world.sessions.values().find(isWeb) ??
  world.sessions.values()[0]

const hasTwoSides = (session: Session, { release }: World): boolean =>
  session.type === 'remote' && has(release, 'clientSession')

const sideOf = (session: Session, side: Side, world: World): Side => (hasTwoSides(session, world) ? side : 'server')

interface ObjectProps {
  readonly session: Session
  readonly world: World
  readonly side: Side
  readonly onSide: (side: Side) => void
  readonly words: Words
}

function SessionObject({ session, world, side, onSide, words }: ObjectProps) {
  const [open, setOpen] = useState<string | null>(null)
  const [privilege, setPrivilege] = useState('basic')
  const text = words.panels.session
  const held = ask(world, session, side, 'hasPrivilege', [privilege])
  const rows = [...inspect(world, session, side), ...(held ? [held] : [])]
  const owner = world.machines.get(session.machine)
  const licence = world.licences.get(session.name)
  const singletons = instancesSeen(world, session, side)
  const uses = usesOf(world).filter((it) => it.session === session.name && it.side === side)
  return (
    <section aria-label={session.name}>
      <h2 className="session-title">
        <DiscMark {...discOf(world, session)} />
        {text.types[session.type]}
        {guestNow(world, session) && isWeb(session) ? ` · ${words.ui.scene.guest}` : ''}
      </h2>
      <p className="quiet">
        {text.of} {session.userName || owner?.label} · {text.seenFrom}{' '}
        {textOf(words.places, placeOf(world, session, side).context)} (
        {contextOf(placeOf(world, session, side).context).id})
      </p>
      {hasTwoSides(session, world) && (
        <div className="segmented" role="group" aria-label={text.seenFrom}>
          {(['server', 'client'] as const).map((it) => (
            <button key={it} type="button" aria-pressed={it === side} onClick={() => onSide(it)}>
              {text.side[it]}
            </button>
          ))}
        </div>
      )}
      {!has(world.release, 'clientSession') && session.type === 'remote' && (
        <p className="null-note">
          <NullMark /> {fill(text.nullOn, { machine: owner?.label })}
        </p>
      )}
      <p className="quiet">
        {text.licence}: {licence ? fill(text.holds, { because: text.because[licence.because] }) : text.holdsNone}
      </p>
      {singletons.map((it) => (
        <p key={it.name} className="quiet">
          {fill(text.singleton[it.kind], { class: it.class })}{' '}
          <code className="value">{JSON.stringify(Object.fromEntries(it.values.entries()))}</code>
        </p>
      ))}
      {uses.map((it) => (
        <p key={it.key} className="quiet">
          {fill(text.use, {
            object: it.key === '' ? 'Session.storage' : `Session.storage.${it.key}`,
            process: it.process,
          })}
          {it.waiting.length > 0 ? ` ${fill(text.waiting, { count: it.waiting.length })}` : ''}
        </p>
      ))}
      <Changed
        about={({ of, what, now }) =>
          (of.kind === 'session' && of.name === session.name) ||
          (of.kind === 'token' && world.tokens.get(of.name)?.session === session.name) ||
          (what === 'cookie' && now === session.name)
        }
      />
      <table className="members">
        <thead>
          <tr>
            <th scope="col">{text.member}</th>
            <th scope="col">{text.answers}</th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MemberRow
              key={row.member}
              row={row}
              open={open === row.member}
              onOpen={() => setOpen(open === row.member ? null : row.member)}
              words={words}
            />
          ))}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} className="quiet">
              {text.would}
            </th>
          </tr>
          {foresee(world, session, side).map((row) => (
            <MemberRow
              key={row.member}
              row={row}
              open={open === row.member}
              onOpen={() => setOpen(open === row.member ? null : row.member)}
              words={words}
            />
          ))}
        </tbody>
      </table>
      <label className="field">
        <span>hasPrivilege( )</span>
        <input value={privilege} maxLength={80} onChange={(event) => setPrivilege(event.target.value)} />
      </label>
    </section>
  )
}

/** The instances of singleton classes that code of this object comes to, except those of single processes. */
const instancesSeen = (world: World, session: Session, side: Side): readonly Singleton[] =>
  singletonsOf(world).filter(({ owner }) =>
    owner.of === 'session'
      ? owner.name === session.name && side === 'server'
      : owner.of === 'machine' && owner.name === machineOf(world, session, side),
  )

const machineOf = (world: World, { type, machine }: Session, side: Side): string | undefined =>
  type === 'remote' && side === 'server' ? serverOf(world)?.name : machine

interface MemberProps {
  readonly row: Inspected
  readonly open: boolean
  readonly onOpen: () => void
  readonly words: Words
}

function MemberRow({ row: { member, answer, verdict }, open, onOpen, words }: MemberProps) {
  const decision = decisionNamed(verdict.decision)
  return (
    <>
      <tr>
        <th scope="row">
          <code title={textOf(words.members, member)}>
            {member in COMMANDS ? '' : '.'}
            {callText(member, answer.with)}
          </code>
        </th>
        <td>
          <code className="value">{answerText(answer, words)}</code>
        </td>
        <td>
          <button
            type="button"
            className="inline"
            aria-expanded={open}
            onClick={onOpen}
            aria-description={`${words.panels.session.why} ${member}`}
          >
            <ToneSign tone={verdict.tone} size={14} /> {rulesOf(decision, verdict)[0]}
          </button>
        </td>
      </tr>
      {open && (
        <tr className="member-why">
          <td colSpan={3}>
            <p>{sentenceOf(verdict, words)}</p>
            {rulesOf(decision, verdict)
              .slice(0, 2)
              .map((id) => (
                <RuleChip key={id} id={id} full />
              ))}
          </td>
        </tr>
      )}
    </>
  )
}
