import { prerender } from 'react-dom/static'
import { firstScenario } from './gallery/first'
import { PRESETS } from './gallery/presets'
import { startOf, worldOf } from './simulation/scenario'
import { office } from './gallery/office'
import { createPlayground, shownStep, workOf } from './store/playground'
import { App } from './view/app/App'
import { Safety } from './view/app/Safety'
import { Around } from './view/context'
import { en } from './words/en'
import { reasons } from './words/en.reasons'

/**
 * The first screen as text, written into index.html by the build: the picture and the reason stand before any script
 * has come. The page takes it over as it stands; a visitor with work of their own never sees it.
 */
export async function firstFrame(): Promise<{ readonly page: string; readonly words: string }> {
  const scenario = firstScenario(en.first)
  const start = startOf(scenario, PRESETS) ?? worldOf(office, scenario.release)
  const playground = createPlayground(workOf(scenario, start), () => start)
  const { prelude } = await prerender(
    <Safety instead={null}>
      <Around playground={playground} words={en} reasons={reasons} loadReasons={() => Promise.resolve(reasons)}>
        <App />
      </Around>
    </Safety>,
    // Everything in its place: what would come later comes with a script, which the page does not allow.
    { progressiveChunkSize: Infinity },
  )
  // Of all reasons, those the first screen says outside its panel: what takes it over must say the same.
  const told = new Set(shownStep(playground.getState())?.verdicts.map(({ decision }) => decision))
  const flows = Object.fromEntries(Object.entries(reasons.flows).filter(([name]) => told.has(name)))
  const codeRuns = new Set(scenario.steps.flatMap((it) => ('in' in it && it.in ? [it.in as string] : [])))
  const places = Object.fromEntries(Object.entries(reasons.places).filter(([name]) => codeRuns.has(name)))
  return { page: await new Response(prelude).text(), words: JSON.stringify({ flows, places }) }
}
