import { describe, expect, it } from 'vitest'
import { play } from '../../../src/terminal/play'
import type { Json } from '../../../src/engine/json'

/** The place in which the code of the last step ran, as the report tells it. */
function placeOf(release: string, more: Readonly<Record<string, Json>>): Json | undefined {
  const step = { type: 'sendRequest', from: 'visitor', to: 'web', url: '/start', code: [{ call: 'Session' }], ...more }
  const played = play(
    JSON.stringify({ format: 'session-playground/1', title: 'place', release, world: 'office', steps: [step] }),
  )
  if ('problem' in played) throw new Error(JSON.stringify(played.problem))
  const [first] = played.report.steps as unknown as readonly { readonly answers: readonly { readonly place: Json }[] }[]
  return first?.answers[0]?.place
}

describe('the place where the code of a request runs', () => {
  it.each([
    ['/start', 'CTX-02'],
    ['/start.shtml', 'CTX-03'],
    ['/4DACTION/start', 'CTX-04'],
  ])('follows from the address %s: %s', (url, place) => {
    expect(placeOf('21', { url })).toBe(place)
  })

  it('is On Web Authentication when the request says so', () => {
    expect(placeOf('21', { in: 'onWebAuthentication' })).toBe('CTX-01')
  })

  it('is the one of the address when the release does not have the place that is named', () => {
    expect(placeOf('20R5', { in: 'handler' })).toBe('CTX-02')
    expect(placeOf('20R8', { in: 'handler' })).toBe('CTX-05')
  })
})
