import { useState, type DragEvent } from 'react'
import { PRESETS } from '../../gallery/presets'
import { readScenario } from '../../share/readScenario'
import { writeScenario } from '../../share/writeScenario'
import { checkExpectations } from '../../simulation/expectations'
import { startOf, type Scenario } from '../../simulation/scenario'
import { tell } from '../../simulation/story'
import { scenarioOf } from '../../store/persist'
import { shownWork } from '../../store/playground'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { problemText } from '../problemText'
import { Dialog } from './Dialog'
import { saveFile } from './saving'

const LONGEST = 5_000_000

/** Open, paste, drop or save a story file. A file that cannot be read changes nothing. */
export function FileDialog() {
  const words = useWords()
  const work = usePlayground(shownWork)
  const { open } = useActions()
  const [pasted, setPasted] = useState('')
  const [problem, setProblem] = useState('')
  const text = words.panels.fileDialog
  const read = (content: string) => {
    const result = readScenario(content, PRESETS)
    if ('problem' in result) setProblem(problemText(result.problem, words))
    else open(result.scenario, { kind: 'info', text: openedText(result.scenario, words), undoable: true })
  }
  const readFile = (file: File | undefined) => {
    if (!file) return
    if (file.size > LONGEST)
      setProblem(problemText({ code: 'tooLong', path: '', found: String(file.size), line: 0, column: 0 }, words))
    else void file.text().then(read)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    readFile(event.dataTransfer.files[0])
  }
  return (
    <Dialog title={text.title} wide>
      <div onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <p>{text.text}</p>
        <label className="field">
          <span>{text.open}</span>
          <input type="file" accept=".json,application/json" onChange={(event) => readFile(event.target.files?.[0])} />
        </label>
        <label className="field">
          <span>{text.paste}</span>
          <textarea rows={8} value={pasted} spellCheck={false} onChange={(event) => setPasted(event.target.value)} />
        </label>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="buttons">
          <button type="button" className="primary" disabled={pasted.trim() === ''} onClick={() => read(pasted)}>
            {text.read}
          </button>
          <button type="button" onClick={() => saveFile('story.json', writeScenario(scenarioOf(work)))}>
            {text.save}
          </button>
          <a href="./scenario.schema.json" target="_blank" rel="noreferrer">
            {text.schema}
          </a>
        </div>
      </div>
    </Dialog>
  )
}

/** What opening did, and how the expectations of the file stand. */
function openedText(scenario: Scenario, words: Words): string {
  const opened = fill(words.ui.notices.opened, { title: scenario.title })
  const expectations = scenario.expect ?? []
  const start = startOf(scenario, PRESETS)
  if (expectations.length === 0 || !start) return opened
  const failures = checkExpectations(tell(start, scenario.steps), expectations)
  const first = failures[0]
  const text = words.panels.fileDialog
  if (!first) return `${opened} ${fill(text.passed, { count: expectations.length })}`
  return `${opened} ${fill(text.failed, { failed: failures.length, count: expectations.length, after: first.after, look: first.look, expected: JSON.stringify(first.expected), found: JSON.stringify(first.found) })}`
}
