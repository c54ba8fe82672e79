import { spelled, type Release } from '../../../engine/releases/releases'
import type { StoryChange } from '../../../survey/upgrade'
import { fill } from '../../../words/fill'
import { useActions, useWords } from '../../context'
import { Sign, ToneSign } from '../../signs'
import { usePageWords } from '../pageWords'
import { stepText, stepWhy, storyIn } from './rows'

interface StoriesProps {
  readonly changes: readonly StoryChange[]
  readonly from: Release
  readonly to: Release
  readonly titled: string
}

/** Stories told in both releases: the first step that comes out differently, and why on each side. */
export function Stories({ changes, from, to, titled }: StoriesProps) {
  const words = useWords()
  const pages = usePageWords()
  const { upgrade } = pages
  const said = { words, pages }
  const differing = changes.flatMap((it) => (it.at === null ? [] : [it]))
  const same = changes.filter(({ at }) => at === null)
  const [before, after] = [
    fill(upgrade.before, { release: spelled(from) }),
    fill(upgrade.after, { release: spelled(to) }),
  ]
  return (
    <>
      {differing.length > 0 && (
        <table role="table" className="answers-table stories">
          <caption className="unseen">{titled}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {upgrade.story}
              </th>
              <th role="columnheader" scope="col">
                {before}
              </th>
              <th role="columnheader" scope="col">
                {after}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {differing.map((change, i) => (
              <tr role="row" key={i}>
                <th role="rowheader" scope="row">
                  <b>{change.scenario.title}</b>
                  <span className="quiet">{stepText(change, said)}</span>
                </th>
                {([change.before, change.after] as const).map((step, side) => (
                  <td role="cell" key={side} data-label={side === 0 ? before : after}>
                    <span className="value">
                      <ToneSign tone={step.tone} size={14} />
                      <span>{stepWhy(step, said)}</span>
                    </span>
                    <PlayStory
                      change={change}
                      release={side === 0 ? from : to}
                      text={side === 0 ? upgrade.playBefore : upgrade.playAfter}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && (
        <p className="quiet">
          {changes.length === 1
            ? upgrade.sameStory
            : fill(upgrade.sameStories, { titles: same.map(({ scenario }) => scenario.title) })}
        </p>
      )}
    </>
  )
}

interface PlayStoryProps {
  readonly change: StoryChange
  readonly release: Release
  readonly text: string
}

function PlayStory({ change, release, text }: PlayStoryProps) {
  const { upgrade } = usePageWords()
  const { open } = useActions()
  const name = spelled(release)
  return (
    <button
      type="button"
      className="play"
      aria-label={`${text}: ${change.scenario.title}, 4D ${name}`}
      onClick={() =>
        open(storyIn(change, release), { kind: 'info', text: fill(upgrade.opened, { release: name }), undoable: true })
      }
    >
      <Sign name="play" size={12} />
      {text}
    </button>
  )
}
