import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/engine/command'
import { RELEASES, type Release } from '../../src/engine/releases/releases'
import { step, type Step } from '../../src/engine/step'
import { PRESETS } from '../../src/gallery/presets'
import { FIRST } from '../../src/gallery/first'
import { isScenarioId, SCENARIO_IDS, shippedGallery, shippedScenario, type ScenarioId } from '../../src/gallery/gallery'
import { readScenario } from '../../src/share/readScenario'
import { writeScenario } from '../../src/share/writeScenario'
import { startOf } from '../../src/simulation/scenario'
import { reasons } from '../../src/words/en.reasons'
import { from } from '../support/matrix'

const shipped = (id: ScenarioId) => shippedScenario(id, reasons.gallery[id])

/** A shipped story told, in its own release or in another. */
function told(id: ScenarioId, release: Release = shipped(id).release, end?: number): readonly Step[] {
  const scenario = { ...shipped(id), release }
  const steps: Step[] = []
  const start = startOf(scenario, PRESETS)!
  for (const command of scenario.steps.slice(0, end)) steps.push(step(steps.at(-1)?.world ?? start, command))
  return steps
}
/** The step a scenario opens at: the one its question is about. */
const opening = (id: ScenarioId, release?: Release): Step => told(id, release, shipped(id).at).at(-1)!

const statuses = (steps: readonly Step[]) => steps.flatMap(({ reply }) => (reply ? [reply.status] : []))
const bodies = (steps: readonly Step[]) => steps.flatMap(({ reply }) => (reply ? [reply.body] : []))
const walked = ({ verdicts }: Step, decision: string) => verdicts.find((it) => it.decision === decision)
const used = (steps: readonly Step[]) => steps.map(({ world }) => world.licences.size)
const isPage = (command: Command) => command.type === 'sendRequest' && command.url.startsWith('/$lib/renderer')
const lastPage = (steps: readonly Step[]) => steps.filter(({ command }) => isPage(command)).at(-1)!

describe.each<{ readonly id: ScenarioId }>(SCENARIO_IDS.map((id) => ({ id })))('the shipped scenario $id', ({ id }) => {
  it('is written to a file and read back as it was', () => {
    const scenario = shipped(id)
    expect(readScenario(writeScenario(scenario), PRESETS)).toEqual({ scenario })
  })

  it('has a title, and a question that ends in a question mark', () => {
    const { title, question } = shipped(id)
    expect([title.length > 0, question?.endsWith('?')]).toEqual([true, true])
  })

  it('opens at one of its steps', () => {
    const { at, steps } = shipped(id)
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThanOrEqual(steps.length)
  })

  it.each(id === 'thousand-clients' ? ['21R3' as const] : RELEASES)('can be told in %s', (release) => {
    expect(told(id, release)).toHaveLength(shipped(id).steps.length)
  })
})

describe('the gallery', () => {
  it('begins with a story it has, and knows its own ids only', () => {
    expect(isScenarioId(FIRST)).toBe(true)
    expect(['', 'toString', 'nothing'].filter(isScenarioId)).toEqual([])
    expect(Object.keys(shippedGallery(reasons.gallery))).toEqual(SCENARIO_IDS)
  })

  it('names only worlds that ship with the page', () => {
    expect(SCENARIO_IDS.filter((id) => !Object.hasOwn(PRESETS, shipped(id).world as string))).toEqual([])
  })
})

describe('a desktop session shared with the web', () => {
  it('lets the Web area read People but not Salaries, with one licence', () => {
    const steps = told('shared-session')
    expect(opening('shared-session').command).toMatchObject({ url: '/rest/Salaries' })
    expect(statuses(steps)).toEqual([200, 200, 401, 200])
    expect(opening('shared-session')).toMatchObject({ tone: 'bad', outcome: 'denied' })
    expect(steps.at(-1)!.world.licences.keys()).toEqual(['remote-ana'])
  })

  it('is not shared before 21', () => {
    expect(walked(lastPage(told('shared-session', '20R10')), 'checkToken')?.outcome).toBe('unknown')
  })
})

describe('one URL, three answers', () => {
  const answers = [
    'You have a session, but you may not create invoices.',
    'You may create invoices.',
    'There is no session here: Session is Null.',
  ]

  // Roles came with 19 R8.
  it.each(from('19R8'))('gives three different texts, in %s', (release) => {
    const texts = bodies(told('action-session', release)).filter((it) => it !== 'Welcome, accountant.')
    expect(texts).toEqual(answers)
  })
})

describe('the token made on the client', () => {
  it('cannot be made, because Session is Null there up to 21 R2', () => {
    const { answers, verdicts, telling } = opening('token-on-client')
    expect(answers.at(-1)).toMatchObject({ call: 'createOTP', error: 'onNull' })
    expect(verdicts[telling]?.ending).toBe('clientNull')
    expect(walked(opening('token-on-client', '21R3'), 'createOTP')?.outcome).toBe('ten')
  })

  it('leaves a page without a token, and People refused', () => {
    expect(statuses(told('token-on-client'))).toEqual([200, 401])
  })
})

describe('the wrong turns of a token', () => {
  it.each([
    ['token-twice', 'used'],
    ['token-late', 'expired'],
    ['client-left', 'orphaned'],
  ] as const)('%s opens at a page whose token is %s', (id, outcome) => {
    const { command, tone, verdicts } = opening(id)
    expect(isPage(command)).toBe(true)
    expect([tone, verdicts.find(({ decision }) => decision === 'checkToken')?.outcome]).toEqual(['bad', outcome])
  })

  it('token-twice shows the second window a guest, and refuses it People', () => {
    const steps = told('token-twice')
    expect(lastPage(steps).reply?.session).toBe('web-1')
    expect(statuses(steps)).toEqual([200, 200, 401])
  })

  it('token-late comes exactly ten seconds after the token, and opens a guest page', () => {
    const steps = told('token-late')
    expect(steps.at(-1)!.world.now).toBe(10)
    expect(lastPage(steps).reply?.session).toBe('web-1')
  })

  it('client-left is about a fresh token: its seconds were not over', () => {
    const { verdicts } = opening('client-left')
    expect(verdicts.find(({ decision }) => decision === 'checkToken')?.facts.secondsLeft).toBe(10)
  })

  it('scalable-off has a good token that no web server reads', () => {
    const { verdicts, world, reply } = opening('scalable-off')
    expect(verdicts.find(({ decision }) => decision === 'presentToken')?.ending).toBe('notScalable')
    expect([world.tokens.get('otp-1')?.usedAt, reply?.session]).toEqual([null, null])
    expect(bodies(told('scalable-off')).at(-1)).toBe('There is no session here: Session is Null.')
  })
})

describe('privileges that come too late', () => {
  it('refuse People although the token was good, and open it afterwards', () => {
    const steps = told('privileges-late')
    expect(walked(lastPage(steps), 'checkToken')?.outcome).toBe('restored')
    expect([opening('privileges-late').reply?.status, statuses(steps)]).toEqual([401, [200, 401, 200]])
  })
})

describe('a browser that has a cookie already', () => {
  it('shows that the token wins over the cookie of an earlier visit', () => {
    const { reply, verdicts, world } = opening('cookie-before')
    const found = verdicts.find(({ decision }) => decision === 'findSession')
    expect(found).toMatchObject({ outcome: 'tokenSession', facts: { tokenOpened: true, cookieHeld: true } })
    expect(reply?.session).toBe('remote-ana')
    expect(world.cookies.get('ana-area@web')?.session).toBe('remote-ana')
    expect(world.sessions.has('web-1')).toBe(true)
  })
})

describe('two storages of one session', () => {
  it('let the web page read the value of the server, 1', () => {
    const { answers } = opening('two-storages')
    expect(answers.at(-1)).toMatchObject({ call: 'storage', value: 1, session: 'remote-ana', side: 'server' })
    expect(opening('two-storages').world.sessions.get('remote-ana')?.clientStorage.get('k')).toBe(2)
  })

  it('end with an error: the client may not set privileges', () => {
    expect(told('two-storages').at(-1)).toMatchObject({ tone: 'bad', answers: [{ error: 'forbiddenOnClient' }] })
  })
})

describe('single-user 4D', () => {
  it('shares its session with its Web area, without a licence', () => {
    const steps = told('standalone')
    expect(statuses(steps)).toEqual([200, 200, 401])
    expect(lastPage(steps).reply?.session).toBe('standalone-solo')
    expect(steps.at(-1)!.world.licences.size).toBe(0)
  })
})

describe('force login', () => {
  it('counts no licence for a guest, one after authentify(), none after the logout', () => {
    const steps = told('force-login')
    expect(statuses(steps)).toEqual([200, 401, 200, 200])
    expect(used(steps)).toEqual([0, 0, 0, 1, 1, 0])
    expect(opening('force-login')).toMatchObject({ tone: 'bad', outcome: 'refused' })
  })
})

describe('a thousand clients', () => {
  it('are all connected, and one of them shares its session with its Web area', () => {
    const { world, reply } = opening('thousand-clients')
    expect(world.sessions.filter(({ type }) => type === 'remote')).toHaveLength(1000)
    expect([world.licences.size, reply?.status, reply?.session]).toEqual([1000, 200, 'remote-client-0001'])
  })
})
