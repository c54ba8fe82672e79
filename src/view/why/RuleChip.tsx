import { addressOf, manualOf, PAGES } from '../../engine/releases/pages'
import { spelled } from '../../engine/releases/releases'
import { holdsFor, noteOf } from '../../engine/releases/rules'
import { writeAddress } from '../../share/address'
import { fill } from '../../words/fill'
import { textOf } from '../../words/words'
import { usePlayground, useWords } from '../context'

/** A rule by its id, which leads to the Rulebook; in full, its status, its sentence, and the page of the manual. */
export function RuleChip({ id, full = false }: { readonly id: string; readonly full?: boolean }) {
  const words = useWords()
  const release = usePlayground((it) => it.work.scenario.release)
  const note = noteOf(id)
  if (!note) return <span className="rule">{id}</span>
  const sentence = textOf(words.rules, id)
  const looks = `rule rule-${note.status}${holdsFor(note, release) ? '' : ' rule-elsewhere'}`
  const address = writeAddress({ page: 'rules', item: id, with: {} })
  if (!full)
    return (
      <a className={looks} href={address} title={sentence}>
        <b>{id}</b>
      </a>
    )
  const status = words.panels.why.status[note.status]
  const page = PAGES[note.page]
  return (
    <span className={looks}>
      <a className="rule-link" href={address}>
        <b>{id}</b>
      </a>
      <span className="rule-status">
        {[status, ...(note.contradictions ?? []), ...(note.questions ?? [])].join(' · ')}
      </span>
      <a className="rule-page" href={addressOf(note.page, release)} target="_blank" rel="noreferrer noopener">
        {fill(words.panels.why.manual, { page: page.title, release: spelled(manualOf(note.page, release)) })}
      </a>
      <span className="rule-sentence">{sentence}</span>
    </span>
  )
}
