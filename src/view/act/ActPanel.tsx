import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Ref } from '../../diagram/scene'
import { browserText } from '../../diagram/telling'
import { shownWorld, type ActForm } from '../../store/playground'
import { useActions, usePlayground, useWords } from '../context'
import Changed from '../session/Changed'
import { Waits } from '../timeline/Waits'
import { actingAt } from './acting'
import { ActionList } from './ActionList'
import { actionsAt } from './actions'
import { AnyForm } from './AnyForm'
import { CallForm } from './CallForm'
import { ProcedureForm } from './ProcedureForm'
import { RequestForm } from './RequestForm'
import './act.css'

/** What can be done by the chosen machine or browser: quick things, then the form that fits it. */
export default function ActPanel() {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const selected = usePlayground((it) => it.selected)
  const aim = usePlayground((it) => it.aim)
  const { select } = useActions()
  const { machine, browser } = actingAt(world, selected)
  const [turned, setTurned] = useState<{ readonly by: Ref | null; readonly to: ActForm | null } | null>(null)
  const fitting: ActForm = selected?.kind === 'browser' ? 'send' : 'run'
  // Whoever selects something else sees the form that fits it; until then, the one that was opened by hand.
  const open = turned && turned.by === selected ? turned.to : fitting
  const turn = (to: ActForm) => () => setTurned({ by: selected, to: open === to ? null : to })
  const kind = machine ? 'machine' : 'browser'
  const name = machine?.name ?? browser?.name ?? ''
  const at = selected?.kind === 'browser' ? 'browser' : 'machine'
  const actions = useMemo(
    () =>
      actionsAt(world, { kind: at, name: (at === 'browser' ? browser?.name : undefined) ?? name }, words).filter(
        ({ does }) => 'command' in does,
      ),
    [world, at, browser, name, words],
  )
  const text = words.panels.act
  return (
    <div className="panel act">
      <label className="field beside">
        <span>{text.choose}</span>
        <select value={`${kind} ${name}`} onChange={(event) => select(refOf(event.target.value))}>
          {world.machines.values().map((it) => (
            <option key={it.name} value={`machine ${it.name}`}>
              {it.label}
            </option>
          ))}
          {world.browsers.values().map((it) =>
            it.machine === null ? (
              <option key={it.name} value={`browser ${it.name}`}>
                {it.label}
              </option>
            ) : null,
          )}
        </select>
      </label>
      <ActionList actions={actions} />
      {machine && (
        <Section title={text.code} open={open === 'run'} aimed={aim?.form === 'run' ? aim : null} onTurn={turn('run')}>
          <CallForm key={machine.name} machine={machine} />
          <ProcedureForm key={`procedure ${machine.name}`} machine={machine} />
        </Section>
      )}
      {browser && (
        <Section
          title={`${text.request}: ${browserText(world, browser.name)}`}
          open={open === 'send'}
          aimed={aim?.form === 'send' ? aim : null}
          onTurn={turn('send')}
        >
          <RequestForm key={browser.name} from={browser.name} />
        </Section>
      )}
      {machine && (
        <Section title={text.any.title} open={open === 'any'} aimed={null} onTurn={turn('any')}>
          <AnyForm key={machine.name} machine={machine.name} />
        </Section>
      )}
      <Changed
        about={({ of, machine: at }) => (machine ? at === machine.name : of.kind === 'browser' && of.name === name)}
        whose
      />
      <fieldset className="time">
        <legend>{words.ui.timeline.wait}</legend>
        <Waits />
      </fieldset>
    </div>
  )
}

const refOf = (value: string): Ref => {
  const [kind, name = ''] = value.split(' ')
  return { kind: kind === 'browser' ? 'browser' : 'machine', name }
}

interface SectionProps {
  readonly title: string
  readonly open: boolean
  /** Somebody asked for this form by name: its first field takes the focus. */
  readonly aimed: object | null
  readonly onTurn: () => void
  readonly children: ReactNode
}

function Section({ title, open, aimed, onTurn, children }: SectionProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (aimed) box.current?.querySelector<HTMLElement>('select, input')?.focus()
  }, [aimed])
  return (
    <section className="act-section">
      <h2>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onTurn}>
          {title}
        </button>
      </h2>
      {/* Kept while closed, so that what was filled in is still there. */}
      <div id={id} ref={box} hidden={!open}>
        {children}
      </div>
    </section>
  )
}
