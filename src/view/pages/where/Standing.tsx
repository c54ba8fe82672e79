import { cureOf, sentenceOf } from '../../../diagram/telling'
import { explain } from '../../../diagram/explain'
import { decisionNamed } from '../../../engine/decisions'
import { spelled } from '../../../engine/releases/releases'
import { statusOf } from '../../../engine/statusOf'
import { rulesOf } from '../../../decision/decision'
import { cellNamed, type Survey } from '../../../survey/survey'
import { fill } from '../../../words/fill'
import { flowOf } from '../../../words/words'
import { useWords } from '../../context'
import { DiscMark, NullMark } from '../../signs'
import { usePageWords } from '../pageWords'
import { Play } from '../Play'
import { RuleSource } from '../RuleSource'
import { placeText } from './names'
import { Stand } from './Stand'

/** The answer to the question of the page: machine, process, and what Session is there, with the walk that says so. */
export function Standing({ survey, titled }: { readonly survey: Survey; readonly titled: boolean }) {
  const words = useWords()
  const pages = usePageWords()
  const { where } = pages
  const { way, session, walks, release } = survey
  const last = walks.at(-1)
  const cell = cellNamed(survey, 'Session')
  const [rule] = last ? rulesOf(decisionNamed(last.decision), last) : []
  const cure = last && cureOf(last, words)
  const owner = session && survey.world.machines.get(session.session.machine)
  return (
    <section className="standing">
      <h2>
        {placeText(way.name, words, pages)}
        <span className="quiet mono">
          {way.id} · 4D {spelled(release)}
        </span>
      </h2>
      {!survey.exists && (
        <p className="lead absent">
          {fill(survey.since ? where.notThereSince : where.notThere, {
            release: spelled(release),
            since: survey.since && spelled(survey.since),
          })}
        </p>
      )}
      {survey.exists && (
        <>
          <p className="session-line">
            {session ? (
              <DiscMark
                type={session.session.type}
                guest={false}
                initial={(owner?.user ?? session.session.userName).slice(0, 1)}
              />
            ) : (
              <NullMark />
            )}
            <span>
              {where.sessionIs} <b>{session ? where.types[session.session.type] : where.sessionNull}</b>
              {session && <span className="quiet">, {where.sides[session.side]}</span>}
            </span>
          </p>
          <dl className="machine-line">
            <div>
              <dt>{where.machine}</dt>
              <dd>{where.machines[way.runs]}</dd>
            </div>
            <div>
              <dt>{where.process}</dt>
              <dd>{where.processes[way.process]}</dd>
            </div>
          </dl>
        </>
      )}
      <Stand way={way} />
      {last && (
        <>
          <p className="sentence">
            <b>{where.why}:</b> {sentenceOf(last, words)}
          </p>
          {cure && (
            <p className="cure">
              <b>{words.panels.why.otherwise}:</b> {cure}
            </p>
          )}
          <p className="from">
            {rule && <RuleSource id={rule} release={release} status={statusOf(last, release)} />}
            {cell && <Play cell={cell} survey={survey} text={where.playThis} primary={titled} />}
          </p>
          <details className="walks">
            <summary>{where.walk}</summary>
            {walks.map((verdict) => (
              <div key={verdict.decision}>
                <h3>{flowOf(words, verdict.decision).title}</h3>
                <ol className="walk">
                  {explain(decisionNamed(verdict.decision), verdict, {
                    ...flowOf(words, verdict.decision),
                    yes: where.yes,
                    no: where.no,
                  }).map(({ node, sentence, says, rules }) => (
                    <li key={node}>
                      {sentence} <b>{says}</b> <span className="quiet mono">{rules.join(', ')}</span>
                    </li>
                  ))}
                </ol>
              </div>
            ))}
          </details>
        </>
      )}
    </section>
  )
}
