import { spelled } from '../../engine/releases/releases'
import { scenarioOf, type Cell, type Survey } from '../../survey/survey'
import { fill } from '../../words/fill'
import { useActions, useWords } from '../context'
import { Sign } from '../signs'
import { usePageWords } from './pageWords'
import { cellCall, placeText, storyTitle } from './where/names'

interface PlayProps {
  readonly cell: Cell
  readonly survey: Survey
  readonly text?: string
  readonly primary?: boolean
}

/** Opens the story behind an answer in the playground, at the step that answers. */
export function Play({ cell, survey, text, primary = false }: PlayProps) {
  const words = useWords()
  const pages = usePageWords()
  const { open } = useActions()
  const { where } = pages
  const shown = text ?? where.play
  const label = fill(where.playLabel, {
    call: cellCall(cell),
    place: placeText(survey.way.name, words, pages),
    release: spelled(survey.release),
  })
  const play = () =>
    open(scenarioOf(survey, cell.commands, storyTitle(cell, survey, words, pages)), {
      kind: 'info',
      text: where.opened,
      undoable: true,
    })
  return (
    <button
      type="button"
      className={primary ? 'primary play' : 'play'}
      aria-label={`${shown}: ${label}`}
      onClick={play}
    >
      <Sign name="play" size={12} />
      {shown}
    </button>
  )
}
