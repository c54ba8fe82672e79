import { addressOf, manualOf, PAGES } from '../../engine/releases/pages'
import { holdsFor, noteOf } from '../../engine/releases/rules'
import { spelled } from '../../engine/releases/releases'
import { fill } from '../../words/fill'
import { textOf } from '../../words/words'
import { usePlayground, useWords } from '../context'

/** A rule by its id: its sentence, its status, and the page of the manual of the chosen release. */
export function RuleChip({ id, full = false }: { readonly id: string; readonly full?: boolean }) {
  const words = useWords()
  const release = usePlayground((it) => it.work.scenario.release)
  const note = noteOf(id)
  if (!note) return <span className="rule">{id}</span>
  const sentence = textOf(words.rules, id)
  const status = words.panels.why.status[note.status]
  const page = PAGES[note.page]
  return (
    <a
      className={`rule rule-${note.status}${holdsFor(note, release) ? '' : ' rule-elsewhere'}`}
      href={addressOf(note.page, release)}
      target="_blank"
      rel="noreferrer noopener"
      title={sentence}
    >
      <b>{id}</b>
      {full && (
        <>
          <span className="rule-status">
            {[status, ...(note.contradictions ?? []), ...(note.questions ?? [])].join(' · ')}
          </span>
          <span className="rule-page">
            {fill(words.panels.why.manual, { page: page.title, release: spelled(manualOf(note.page, release)) })}
          </span>
          <span className="rule-sentence">{sentence}</span>
        </>
      )}
    </a>
  )
}
