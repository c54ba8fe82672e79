import { useState } from 'react'
import { spelled } from '../../../engine/releases/releases'
import { changedKeys, differ } from '../../../survey/compare'
import { KINDS, kindOfProbe, PROBES, type Probe } from '../../../survey/probes'
import { cellNamed, type Cell, type Survey } from '../../../survey/survey'
import { callText } from '../../../diagram/telling'
import { fill } from '../../../words/fill'
import { useWords } from '../../context'
import { usePageWords } from '../pageWords'
import { Answer, AnswerValue, AnswerWhy, DifferMark } from './Answer'
import { beforeText, cellCall, placeText } from './names'

interface MembersTableProps {
  readonly survey: Survey
  readonly other: Survey | null
}

/** The whole matrix of one place: every member with its answer; beside it another release or place. */
export function MembersTable({ survey, other }: MembersTableProps) {
  const words = useWords()
  const pages = usePageWords()
  const { where } = pages
  const [only, setOnly] = useState(false)
  const rows = PROBES.filter(({ name }) => cellNamed(survey, name) ?? (other && cellNamed(other, name)))
  const unlike = rows.filter(({ name }) => other && differ(cellNamed(survey, name), cellNamed(other, name)))
  const shown = only && other ? unlike : rows
  const columns = [survey, ...(other ? [other] : [])]
  const head = (it: Survey): string => `${placeText(it.way.name, words, pages)}, 4D ${spelled(it.release)}`
  return (
    <section className="place-members">
      <h2>{where.members}</h2>
      {other && (
        <div className="page-controls">
          <p role="status">{fill(where.differCount, { count: unlike.length, total: rows.length })}</p>
          <label className="check">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
            {where.onlyDifferent}
          </label>
        </div>
      )}
      {survey.exists && !survey.session && <p className="quiet">{where.membersNull}</p>}
      <table role="table" className={other ? 'answers-table two' : 'answers-table'}>
        <caption className="unseen">{columns.map(head).join(' · ')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {where.member}
            </th>
            {columns.map((it, i) => (
              <th key={i} role="columnheader" scope="col">
                {other ? head(it) : where.answer}
              </th>
            ))}
            {!other && (
              <th role="columnheader" scope="col">
                {where.why}
              </th>
            )}
          </tr>
        </thead>
        {KINDS.map((kind) => {
          const own = shown.filter((it) => kindOfProbe(it) === kind)
          return (
            own.length > 0 && (
              <tbody role="rowgroup" key={kind}>
                <tr role="row" className="kind">
                  <th role="rowheader" scope="rowgroup" colSpan={3}>
                    {where.kinds[kind]}
                  </th>
                </tr>
                {own.map((probe) => (
                  <Row key={probe.name} probe={probe} columns={columns} heads={columns.map(head)} />
                ))}
              </tbody>
            )
          )
        })}
      </table>
    </section>
  )
}

/** An answer with its reason beside it, where there is room for both. */
function Told({ cell, survey }: { readonly cell: Cell | undefined; readonly survey: Survey }) {
  return (
    <>
      <td role="cell">
        <AnswerValue cell={cell} />
      </td>
      <td role="cell">{cell && <AnswerWhy cell={cell} survey={survey} />}</td>
    </>
  )
}

interface RowProps {
  readonly probe: Probe
  readonly columns: readonly Survey[]
  readonly heads: readonly string[]
}

function Row({ probe, columns, heads }: RowProps) {
  const { where } = usePageWords()
  const cells = columns.map((it) => cellNamed(it, probe.name))
  const [a, b] = cells
  const compared = columns.length > 1
  const first = a ?? b
  const keys = a && b ? changedKeys(a, b) : []
  return (
    <tr role="row" className={compared && differ(a, b) ? 'differs' : undefined}>
      <th role="rowheader" scope="row">
        <code>{first ? cellCall(first) : callText(probe.call.call, probe.call.with)}</code>
        {first && first.before.length > 0 && (
          <span className="quiet">{fill(where.after, { calls: beforeText(first) })}</span>
        )}
        {compared && <DifferMark a={a} b={b} />}
        {keys.length > 0 && <span className="quiet">{fill(where.differKeys, { keys })}</span>}
      </th>
      {compared
        ? columns.map((survey, i) => (
            <td key={i} role="cell" data-label={heads[i]}>
              <Answer cell={cells[i]} survey={survey} />
            </td>
          ))
        : columns.map((survey, i) => <Told key={i} cell={cells[i]} survey={survey} />)}
    </tr>
  )
}
