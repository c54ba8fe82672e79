import type { Release } from '../../engine/releases/releases'
import { survey, type Survey } from '../../survey/survey'
import type { PlaceName } from '../../survey/ways'

const known = new Map<string, Survey>()

/** The survey of a place in a release, worked out once. */
export function surveyed(release: Release, place: PlaceName): Survey {
  const key = `${release} ${place}`
  const found = known.get(key) ?? survey(release, place)
  known.set(key, found)
  return found
}
