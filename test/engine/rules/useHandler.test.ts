import { describe, expect, it } from 'vitest'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { startsWeb, visits } from '../../support/commands'
import { inRelease, inWorld } from '../../support/told'

const outcomeIn = (release: Release) => inRelease(release).after(visits('/verify/1')).verdictOf('useHandler').outcome

describe('an HTTP request handler', () => {
  it('answers from 20 R8 on', () => {
    const first = RELEASES.find((release) => outcomeIn(release) === 'handled')
    expect(first).toBe('20R8')
    expect(RELEASES.slice(RELEASES.indexOf('20R8')).map(outcomeIn)).not.toContain('ignored')
  })

  it('runs its function', () => {
    expect(inRelease('21').after(visits('/verify')).reply?.body).toBe('Thank you, the link was opened.')
  })

  it('needs scalable sessions', () => {
    const { after } = inWorld({ settings: { scalableSessions: false } })
    const { verdictOf, reply } = after(visits('/verify'))
    expect(verdictOf('useHandler').ending).toBe('notScalable')
    expect(reply?.body).toBeNull()
  })

  it('is ignored by the web server of a component', () => {
    const { after } = inWorld()
    expect(after(startsWeb('shop'), visits('/verify', { to: 'shop' })).verdictOf('useHandler').ending).toBe(
      'onComponent',
    )
  })

  it('is not looked for where no pattern fits', () => {
    expect(
      inWorld()
        .after(visits('/4DACTION/action_Session'))
        .verdicts.map((it) => it.decision),
    ).not.toContain('useHandler')
  })
})
