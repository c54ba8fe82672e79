import type { Release } from '../../../engine/releases/releases'
import { SCENARIO_IDS, shippedScenario } from '../../../gallery/gallery'
import { answerChanges, chapters, ruleChanges, storyChange, type StoryChange } from '../../../survey/upgrade'
import { PLACES } from '../../../survey/ways'
import type { Words } from '../../../words/words'
import { surveyed } from '../surveys'
import type { Progress } from '../useWork'
import type { Upgrade } from './rows'

/** Asks every place in both releases, then tells every story in both: all that an upgrade changes. */
export function* upgrading(from: Release, to: Release, words: Words): Generator<Progress, Upgrade> {
  const total = 2 * PLACES.length + SCENARIO_IDS.length
  let done = 0
  const pairs = []
  for (const place of PLACES) {
    const before = surveyed(from, place)
    yield { done: ++done, total }
    const after = surveyed(to, place)
    yield { done: ++done, total }
    pairs.push({ before, after })
  }
  const stories: StoryChange[] = []
  for (const id of SCENARIO_IDS) {
    const scenario = shippedScenario(id, words.gallery[id])
    const telling = storyChange(scenario, scenario.steps, from, to)
    for (;;) {
      const next = telling.next()
      if (next.done) {
        if (next.value) stories.push(next.value)
        break
      }
      yield { done, total }
    }
    yield { done: ++done, total }
  }
  const answers = answerChanges(pairs)
  return { from, to, chapters: chapters(answers, ruleChanges(from, to, answers)), stories }
}
