import { spelled, type Release } from '../../../engine/releases/releases'
import { writeAddress, type Address } from '../../../share/address'
import { differ } from '../../../survey/compare'
import { KINDS, kindOfProbe, PROBES } from '../../../survey/probes'
import { cellNamed, type Survey } from '../../../survey/survey'
import { COLUMNS } from '../../../survey/ways'
import { callText } from '../../../diagram/telling'
import { fill } from '../../../words/fill'
import { usePageWords } from '../pageWords'
import { surveyed } from '../surveys'
import { Answer, AnswerValue, DifferMark } from './Answer'
import { beforeText, cellCall } from './names'

interface MatrixViewProps {
  readonly address: Address
  readonly release: Release
  readonly other: Release | null
}

/** Every member × every kind of session, as the reference's matrix, but asked now. */
export function MatrixView({ address, release, other }: MatrixViewProps) {
  const { where } = usePageWords()
  const columns = COLUMNS.map((place) => ({
    place,
    survey: surveyed(release, place),
    beside: other && surveyed(other, place),
  }))
  return (
    <section className="place-members">
      <h2>{where.matrix}</h2>
      <p className="quiet">{fill(where.matrixLead, { release: spelled(release) })}</p>
      <table role="table" className="answers-table matrix">
        <caption className="unseen">{where.matrix}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {where.member}
            </th>
            {columns.map(({ place }) => (
              <th key={place} role="columnheader" scope="col">
                <a href={writeAddress({ ...address, item: place, release })}>{where.columns[place]}</a>
              </th>
            ))}
          </tr>
        </thead>
        {KINDS.map((kind) => (
          <tbody role="rowgroup" key={kind}>
            <tr role="row" className="kind">
              <th role="rowheader" scope="rowgroup" colSpan={columns.length + 1}>
                {where.kinds[kind]}
              </th>
            </tr>
            {PROBES.filter((it) => kindOfProbe(it) === kind).map((probe) => (
              <tr role="row" key={probe.name}>
                <th role="rowheader" scope="row">
                  <Question surveys={columns.map(({ survey }) => survey)} probe={probe} />
                </th>
                {columns.map(({ place, survey, beside }) => {
                  const cell = cellNamed(survey, probe.name)
                  const then = beside ? cellNamed(beside, probe.name) : undefined
                  const unlike = beside !== null && differ(cell, then)
                  return (
                    <td
                      key={place}
                      role="cell"
                      data-label={where.columns[place]}
                      className={unlike ? 'differs' : undefined}
                    >
                      {cell || survey.exists ? (
                        <Answer cell={cell} survey={survey} />
                      ) : (
                        <span className="quiet">{fill(where.absent, { release: spelled(release) })}</span>
                      )}
                      {unlike && (
                        <p className="then">
                          <DifferMark a={cell} b={then} /> <span className="quiet">4D {spelled(beside.release)}:</span>{' '}
                          <AnswerValue cell={then} />
                        </p>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** The call of a row; what is called before it, where it is. */
function Question({
  surveys,
  probe,
}: {
  readonly surveys: readonly Survey[]
  readonly probe: (typeof PROBES)[number]
}) {
  const { where } = usePageWords()
  const cells = surveys.flatMap((it) => cellNamed(it, probe.name) ?? [])
  const cell = cells.find(({ before }) => before.length > 0)
  return (
    <>
      <code>{callText(probe.call.call, probe.ofSession ? ['id'] : probe.call.with)}</code>
      {cell && <span className="quiet">{fill(where.after, { calls: beforeText(cell) })}</span>}
      {!cell && cells.length === 0 && <code>{cells.map(cellCall)}</code>}
    </>
  )
}
