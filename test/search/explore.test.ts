import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteOf } from '../../src/engine/releases/rules'
import { RELEASES, type Release } from '../../src/engine/releases/releases'
import { step } from '../../src/engine/step'
import type { World } from '../../src/engine/world'
import { office } from '../../src/gallery/office'
import { PRESETS } from '../../src/gallery/presets'
import { commandsIn, FAMILIES, type Family } from '../../src/search/alphabet'
import { castOf, CASTS } from '../../src/search/cast'
import { fingerprint } from '../../src/search/fingerprint'
import { hunt, type Hunt, type Hunted } from '../../src/search/hunt'
import { PROMISE_NAMES, PROMISES, partsOf, type PromiseName } from '../../src/search/promises'
import { FORMAT, startOf, worldOf, type Scenario } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'
import { connects, leaves, onServer, page, runs, sets, visits, waits } from '../support/commands'
import { worldIn } from '../support/told'

const begin = (scenario: Scenario) => startOf(scenario, PRESETS) ?? worldOf(office, scenario.release)

function hunted(promise: PromiseName, release: Release = '21', more: Partial<Hunt> = {}, states?: number): Hunted {
  const { cast, families, depth } = PROMISES[promise]
  const scenario: Scenario = { format: FORMAT, title: 'a hunt', release, world: 'office', steps: [] }
  const search = hunt({ promise, parts: {}, scenario, cast, families, depth, ...more }, begin, states)
  for (;;) {
    const next = search.next()
    if (next.done) return next.value
  }
}

/** The usual search for each, told once for all tests that look at it. */
const usual = new Map<string, Hunted>()
function usually(name: PromiseName, release: Release = '21'): Hunted {
  const known = usual.get(`${name} ${release}`) ?? hunted(name, release)
  usual.set(`${name} ${release}`, known)
  return known
}

const of = (kind: string) => PROMISE_NAMES.filter((name) => PROMISES[name].kind === kind)

describe('the promises', () => {
  it('rest on rules that there are', () => {
    const all = PROMISE_NAMES.flatMap((name) => PROMISES[name].rules.map((id) => [name, id] as const))
    expect(all.filter(([, id]) => noteOf(id) === undefined)).toEqual([])
    expect(PROMISE_NAMES.filter((name) => PROMISES[name].rules.length === 0)).toEqual([])
  })

  it.each(of('kept').flatMap((name) => RELEASES.map((release) => ({ name, release }))))(
    'holds: $name in $release, as far as three steps go',
    ({ name, release }) => {
      expect(hunted(name, release, { depth: 3 })).toMatchObject({ story: null, cut: false })
    },
  )

  it.each(of('kept'))('holds: %s in 21 R3, as far as it is usually looked at', (name) => {
    const { story, told, states } = usually(name, '21R3')
    expect(story).toBeNull()
    // It looked at something, and went on from there.
    expect(told).toBeGreaterThan(states)
    expect(states).toBeGreaterThan(30)
  })

  /** Steps of the shortest story that breaks it; null where none does. */
  it.each<[PromiseName, Partial<Record<Release, number | null>>]>([
    ['areaShares', { '20R8': 2, '21': 2, '21R4': 2 }],
    ['areaReads', { '20R10': null, '21': 3, '21R3': 3 }],
    ['refusedStays', { '21': 6 }],
    ['sessionKept', { '20R8': null, '20R9': 4, '21': 4 }],
    ['clearGuest', { '20R6': null, '20R7': 2, '21': 2 }],
    ['setAnywhere', { '20R5': 2, '21R2': 2, '21R4': 2 }],
    ['sessionThere', { '20R4': 2, '21R2': 2 }],
    ['lifespanAsked', { '21': 2, '21R2': 2, '21R3': null }],
    ['oneLicence', { '20R5': 2, '21': 2 }],
    ['privateStorage', { '20R8': null, '21': 5 }],
  ])('that are only believed break as soon as they can: %s in %j', (name, lengths) => {
    for (const [release, length] of Object.entries(lengths))
      expect([release, usually(name, release as Release).story?.length ?? null]).toEqual([release, length])
  })

  it('have all of the believed ones broken somewhere', () => {
    for (const name of of('believed')) expect([name, usually(name).story]).not.toEqual([name, null])
  })

  it('let the reader say who and what', () => {
    const salaries = { parts: { who: 'guest', what: 'Salaries' } }
    expect(hunted('reads', '21', { ...salaries, depth: 4 }).story).toBeNull()
    expect(hunted('reads', '21', { ...salaries, families: ['data', 'settings'] }).story).toHaveLength(2)
    // Whoever calls the method that logs accountants in may read them.
    const visitor = hunted('reads', '21', { parts: { who: 'visitor', what: 'Salaries' } })
    expect(visitor.story?.at(-1)).toMatchObject({ from: 'visitor', url: '/rest/Salaries' })
    expect(visitor.story).toHaveLength(2)
  })

  it('fill a blank with what there is when the reader asks for something else', () => {
    const world = worldIn()
    expect(partsOf('reads', world, castOf(world, 'one'), { who: 'nobody', what: 'Salaries' })).toEqual({
      who: 'guest',
      what: 'Salaries',
    })
  })

  it('bring the settings that belong to them', () => {
    expect(begin(hunted('licenceTotal', '21', { depth: 1 }).scenario).settings.licences).toBe(2)
    expect(hunted('tokenOnce', '21', { depth: 1 }).scenario.settings).toBeUndefined()
  })
})

describe('a search', () => {
  it('tells a story that can be told again and breaks the sentence at its last step, never before', () => {
    for (const name of of('believed')) {
      const { story, scenario } = usually(name)
      const { cast } = PROMISES[name]
      let world = begin(scenario)
      const parts = partsOf(name, world, castOf(world, cast), {})
      const broken = story!.map((command) => {
        const told = step(world, command)
        const breaks = PROMISES[name].broken(world, told, parts)
        world = told.world
        return breaks
      })
      expect([name, broken]).toEqual([name, [...broken.slice(1).map(() => false), true]])
    }
  })

  it('finds the same story again, to the byte', () => {
    expect(JSON.stringify(hunted('privateStorage'))).toBe(JSON.stringify(usually('privateStorage')))
  })

  it('stops at its bound, and says how deep it got', () => {
    const cut = hunted('tokenOnce', '21', {}, 40)
    expect(cut).toMatchObject({ story: null, cut: true, states: 40 })
    expect(cut.depth).toBeLessThan(PROMISES.tokenOnce.depth)
    expect(hunted('tokenOnce', '21', { depth: cut.depth }).cut).toBe(false)
  })

  it('knows when there is nothing more to visit', () => {
    const { whole, depth } = hunted('licenceGone', '21', { families: ['leaving'], cast: 'one', depth: 8 })
    expect(whole).toBe(true)
    expect(depth).toBeLessThan(8)
  })

  it('visits more with two clients than with one, and less than if their order counted', () => {
    const families: readonly Family[] = ['privileges']
    const one = hunted('tokenOnce', '21', { families, cast: 'one', depth: 4 }).states
    const two = hunted('tokenOnce', '21', { families, cast: 'two', depth: 4 }).states
    expect(two).toBeGreaterThan(one)
    expect(two).toBeLessThan(one * one)
  })
})

describe('a cast', () => {
  it.each([
    { cast: 'one', machines: ['ana'], browsers: ['ana-area', 'visitor'] },
    { cast: 'two', machines: ['ana', 'bruno'], browsers: ['ana-area', 'bruno-area', 'visitor'] },
    { cast: 'single', machines: ['solo'], browsers: ['solo-area', 'visitor'] },
  ] as const)('of $cast is $machines and $browsers in the office', ({ cast, machines, browsers }) => {
    const found = castOf(worldIn(), cast)
    expect(found.machines.map(({ name }) => name)).toEqual(machines)
    expect(found.browsers.map(({ name }) => name)).toEqual(browsers)
  })

  it('of a world without clients is small, and can be searched all the same', () => {
    const alone = worldOf({ machines: [{ name: 'server', kind: 'server' }], webServers: [], browsers: [] }, '21')
    for (const name of CASTS) expect(commandsIn(alone, castOf(alone, name), ['data', 'time'])).toEqual([])
  })
})

describe('the fingerprint of a world', () => {
  const start = worldIn({ release: '21' })
  const cast = castOf(start, 'two')
  const after = (...commands: Parameters<typeof tell>[1]): World => tell(start, commands).end
  const print = (world: World) => fingerprint(world, cast)

  it.each([
    { what: 'how often somebody came and went', a: after(connects()), b: after(connects(), leaves(), connects()) },
    { what: 'which of two equal clients it is', a: after(connects('ana')), b: after(connects('bruno')) },
    { what: 'the order of two', a: after(connects('ana'), connects('bruno')), b: after(connects('bruno'), connects()) },
    { what: 'what a browser shows', a: after(connects(), visits('/')), b: after(connects(), visits('/index.html')) },
    {
      what: 'that time has passed for nobody',
      a: after(connects()),
      b: after(connects(), waits(30)),
    },
  ])('does not count $what', ({ a, b }) => {
    expect(print(a)).toBe(print(b))
  })

  it.each([
    { what: 'who is connected', a: after(connects()), b: after() },
    { what: 'two privileges', a: after(connects(), onServer('setPrivileges', 'basic')), b: after(connects()) },
    {
      what: 'whose privilege it is when the two differ otherwise',
      a: after(connects(), connects('bruno'), onServer('createOTP'), onServer('setPrivileges', 'basic')),
      b: after(
        connects(),
        connects('bruno'),
        onServer('createOTP'),
        runs('bruno', 'executeOnServerMethod', 'setPrivileges', 'basic'),
      ),
    },
    {
      what: 'one token and two',
      a: after(connects(), onServer('createOTP')),
      b: after(connects(), onServer('createOTP'), onServer('createOTP')),
    },
    {
      what: 'a token with ten seconds and one with six',
      a: after(connects(), onServer('createOTP')),
      b: after(connects(), onServer('createOTP'), waits(4)),
    },
    {
      what: 'a used token and a late one',
      a: after(connects(), onServer('createOTP'), page('otp-1')),
      b: after(connects(), onServer('createOTP'), waits(10), page()),
    },
    { what: 'a cookie and none', a: after(connects(), page()), b: after(connects()) },
    { what: 'two settings', a: after(sets('scalableSessions', false)), b: after() },
    {
      what: 'two values in a storage',
      a: after(connects(), onServer('writeStorage', 'k', 1)),
      b: after(connects(), onServer('writeStorage', 'k', 2)),
    },
  ])('tells $what apart', ({ a, b }) => {
    expect(print(a)).not.toBe(print(b))
  })

  it('keeps apart a client that the question names', () => {
    const named = (world: World) => fingerprint(world, cast, null, ['ana-area'])
    expect(named(after(connects('ana')))).not.toBe(named(after(connects('bruno'))))
  })

  it('counts what a promise remembers', () => {
    expect(fingerprint(start, cast, ['refused'])).not.toBe(fingerprint(start, cast, []))
  })

  /** What comes of everything that can be wanted: how each command ends, and in which world. */
  const futures = (world: World): readonly string[] =>
    commandsIn(world, cast, FAMILIES)
      .map((command) => {
        const told = step(world, command)
        const endings = told.verdicts.map(({ decision, ending }) => `${decision}.${ending}`)
        return `${command.type} ${endings.join(' ')} → ${print(told.world)}`
      })
      .sort()

  it('is shared only by worlds in which the same can be done, and the same comes of it', () => {
    const seen = new Map<string, World>()
    let shared = 0
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 7 }), (choices) => {
        let world = start
        for (const choice of choices) {
          const all = commandsIn(world, cast, FAMILIES)
          world = step(world, all[choice % all.length]!).world
          const text = print(world)
          const other = seen.get(text)
          if (other && other !== world && JSON.stringify(other) !== JSON.stringify(world)) {
            shared += 1
            expect(futures(world)).toEqual(futures(other))
          }
          seen.set(text, other ?? world)
        }
      }),
      { numRuns: 120, seed: 7 },
    )
    expect(shared).toBeGreaterThan(20)
  })
})
