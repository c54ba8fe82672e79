import { prerender } from 'react-dom/static'
import { firstScenario } from './gallery/first'
import { teller } from './gallery/teller'
import { decisionNamed } from './engine/decisions'
import { stillOf } from './simulation/still'
import { createPlayground, shownStep, viewOf, workOf } from './store/playground'
import { App } from './view/app/App'
import { Safety } from './view/app/Safety'
import { Around } from './view/context'
import { en } from './words/en'
import { reasons } from './words/en.reasons'
import type { SomeReasons } from './words/words'

/**
 * The first screen, written into index.html by the build: the picture and the reason stand before any script has come.
 * With it comes what the page needs to take it over as it stands: the story as it was told, and the sentences said on
 * it. A visitor with work of their own never sees it.
 */
export async function firstFrame(): Promise<{ readonly page: string; readonly data: string }> {
  const scenario = firstScenario(en.first)
  const work = workOf(teller, scenario, teller.begin(scenario))
  const playground = createPlayground({ work }, teller)
  const { prelude } = await prerender(
    <Safety instead={null}>
      <Around playground={playground} words={en} reasons={reasons} loadReasons={() => Promise.resolve(reasons)}>
        <App />
      </Around>
    </Safety>,
    // Everything in its place: what would come later comes with a script, which the page does not allow.
    { progressiveChunkSize: Infinity },
  )
  const shown = playground.getState()
  const tables = (shownStep(shown)?.verdicts ?? []).map(({ decision }) => decisionNamed(decision))
  const rules = tables.flatMap(({ nodes }) => Object.values(nodes).flatMap((it) => it.rules))
  const { facts, events, errors, members, changes, places, panels } = reasons
  const first: SomeReasons = {
    flows: only(
      reasons.flows,
      tables.map(({ name }) => name),
    ),
    rules: only(reasons.rules, rules),
    panels: { why: panels.why },
    facts,
    events,
    errors,
    members,
    changes,
    places,
  }
  const still = stillOf({ work, view: viewOf(shown) })
  return { page: await new Response(prelude).text(), data: JSON.stringify({ reasons: first, still }) }
}

const only = (texts: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))
