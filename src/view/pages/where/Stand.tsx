import { PLACES, wayTo, type Machine, type ProcessKind, type Way } from '../../../survey/ways'
import { usePageWords } from '../pageWords'

/** Which kinds of process run code on each machine: read from the places themselves. */
const ON: ReadonlyMap<Machine, ReadonlySet<ProcessKind>> = (() => {
  const found = new Map<Machine, Set<ProcessKind>>()
  for (const { runs, process } of PLACES.map(wayTo)) found.set(runs, (found.get(runs) ?? new Set()).add(process))
  return found
})()

/** The order in which a machine's processes are shown. */
const ORDER: readonly ProcessKind[] = ['client', 'twin', 'stored', 'standalone', 'web']

const LEFT: readonly Machine[] = ['client', 'browser']
const RIGHT: readonly Machine[] = ['server', 'standalone']

/** A small picture: the machines, where the call begins, and the process that runs it. They never change their places. */
export function Stand({ way }: { readonly way: Way }) {
  const { where } = usePageWords()
  const crosses = LEFT.includes(way.asker) && RIGHT.includes(way.runs)
  return (
    <figure className="stand" aria-label={where.picture}>
      <div className="stand-side">
        {LEFT.map((it) => (
          <Box key={it} machine={it} way={way} />
        ))}
      </div>
      <svg className={crosses ? 'stand-arrow' : 'stand-arrow none'} viewBox="0 0 48 24" aria-hidden="true">
        <path d="M2 12h40M34 5l8 7-8 7" />
      </svg>
      <div className="stand-side">
        {RIGHT.map((it) => (
          <Box key={it} machine={it} way={way} />
        ))}
      </div>
    </figure>
  )
}

function Box({ machine, way }: { readonly machine: Machine; readonly way: Way }) {
  const { where } = usePageWords()
  const asks = way.asker === machine
  const runs = way.runs === machine
  return (
    <div className={`stand-machine${asks ? ' asks' : ''}${runs ? ' runs' : ''}`}>
      <p className="stand-name">
        {where.machines[machine]}
        {asks && <span className="stand-tag">{where.askedHere}</span>}
      </p>
      <ul>
        {ORDER.filter((it) => ON.get(machine)?.has(it)).map((process) => {
          const here = runs && way.process === process
          return (
            <li key={process} className={here ? `here process-${process}` : undefined}>
              {where.processes[process]}
              {here && <b className="stand-tag">{where.runsHere}</b>}
            </li>
          )
        })}
        {machine === 'browser' && <li className="quiet">{where.noCode}</li>}
      </ul>
    </div>
  )
}
