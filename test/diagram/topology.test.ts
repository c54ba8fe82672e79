import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guestNow } from '../../src/diagram/places'
import { sceneOf } from '../../src/diagram/topology'
import type { Look, Place, Ref, Row, Scene } from '../../src/diagram/scene'
import type { Command } from '../../src/engine/command'
import { step } from '../../src/engine/step'
import type { World } from '../../src/engine/world'
import { en } from '../../src/words/en'
import { commands, small, start } from '../support/arbitraries'
import {
  acts,
  alone,
  area,
  comesBack,
  connects,
  isCutOff,
  leaves,
  onServer,
  opens,
  page,
  says,
  sets,
  sleeps,
  starting,
  starts,
  startsWeb,
  stopsWeb,
  visits,
  waits,
} from '../support/commands'
import { after, inRelease, inWorld, worldIn, type Told } from '../support/told'

const words = en.ui.scene
const FRAMES = [320, 360, 480, 639, 640, 900, 1400].map((width) => ({ width, height: 700 }))

/** The picture after a story: its last step against the world before. */
function drawn(told: Told, selected: Ref | null = null, frame = { width: 1000, height: 800 }): Scene {
  return sceneOf({ world: told.world, before: told.before, step: told, selected }, words, frame)
}
const resting = (world: World, frame = { width: 1000, height: 800 }) =>
  sceneOf({ world, before: null, step: null, selected: null }, words, frame)

const placeOf = (scene: Scene, name: string): Place => {
  const found = scene.places.find(({ ref }) => ref.name === name)
  if (!found) throw new Error(`no place ${name}`)
  return found
}
const rowOf = (scene: Scene, key: string): Row => {
  const found = scene.places.flatMap(({ rows }) => rows).find((it) => it.key === key)
  if (!found) throw new Error(`no row ${key}`)
  return found
}
const looksIn = (scene: Scene, name: string): readonly Look[] => placeOf(scene, name).rows.map(({ look }) => look)
const changedIn = (scene: Scene): readonly string[] =>
  scene.places.flatMap(({ rows }) => rows.filter(({ changed }) => changed).map(({ key }) => key))

describe('the places of the picture', () => {
  it('are the clients and browsers in one band, the server and single-user 4D in the other', () => {
    const { places } = resting(worldIn())
    expect(places.map(({ ref, kind }) => [ref.name, kind])).toEqual([
      ['ana', 'client'],
      ['bruno', 'client'],
      ['visitor', 'browser'],
      ['server', 'server'],
      ['solo', 'standalone'],
    ])
  })

  it('keep their order whatever happens', () => {
    const names = (scene: Scene) => scene.places.map(({ ref }) => ref.name)
    const quiet = names(resting(worldIn()))
    expect(names(drawn(after(connects('bruno'), starts(), connects(), acts(), leaves('bruno'))))).toEqual(quiet)
  })

  it('say whether they run, and hold rows only while they do', () => {
    const scene = drawn(after(connects()))
    expect([placeOf(scene, 'ana').running, placeOf(scene, 'bruno').running]).toEqual([true, false])
    expect([placeOf(scene, 'ana').rows.length > 0, placeOf(scene, 'bruno').rows]).toEqual([true, []])
  })

  it('mark who acts in the step: a machine, or the one whose Web area sends', () => {
    const acting = (told: Told) =>
      drawn(told)
        .places.filter((it) => it.acting)
        .map(({ ref }) => ref.name)
    expect(acting(after(connects()))).toEqual(['ana'])
    expect(acting(after(connects(), page()))).toEqual(['ana'])
    expect(acting(after(acts()))).toEqual(['visitor'])
    expect(acting(after(waits(1)))).toEqual([])
  })
})

describe('Null', () => {
  it('is drawn as a row of its own where the Session command gives it', () => {
    const client = (release: '21R2' | '21R3') => looksIn(drawn(inRelease(release).after(connects())), 'ana')[0]
    expect([client('21R2'), client('21R3')]).toEqual(['null', 'session'])
    const standalone = (release: '20R7' | '20R8') => looksIn(drawn(inRelease(release).after(starts())), 'solo')[0]
    expect([standalone('20R7'), standalone('20R8')]).toEqual(['null', 'session'])
  })

  it('says so in words', () => {
    expect(rowOf(drawn(inRelease('21').after(connects())), 'here').text).toBe(words.nullHere)
  })
})

describe('a changed row', () => {
  it('is marked in the step that changed it, and in no other', () => {
    expect(changedIn(drawn(after(connects(), opens('setPrivileges', 'basic'))))).toEqual(['remote-ana'])
    expect(changedIn(drawn(after(connects(), opens('setPrivileges', 'basic'), onServer('id'))))).toEqual([])
  })

  it('is every row that came with a connection, and the licences', () => {
    expect(changedIn(drawn(after(connects())))).toEqual(expect.arrayContaining(['here', 'remote-ana', 'licences']))
  })

  it('is not marked for seconds that merely pass', () => {
    expect(changedIn(drawn(after(connects(), opens('createOTP'), acts(), waits(5))))).toEqual([])
  })

  it('is marked when a token expires, is used, or loses its session', () => {
    const token = [connects(), opens('createOTP')]
    expect(changedIn(drawn(after(...token, waits(10))))).toEqual(['otp-1'])
    expect(changedIn(drawn(after(...token, page('otp-1'))))).toContain('otp-1')
    expect(changedIn(drawn(after(...token, leaves())))).toContain('otp-1')
  })

  it('is not marked without a world before', () => {
    expect(changedIn(resting(after(connects()).world))).toEqual([])
  })

  it('is marked when a web session gets a privilege or stores a value', () => {
    expect(changedIn(drawn(after(acts(), acts(says('setPrivileges', 'basic')))))).toContain('web-1')
    expect(changedIn(drawn(after(acts(), acts(says('writeStorage', 'k', 1)))))).toContain('web-1')
  })
})

describe('a session', () => {
  it('shows whether it is a guest, by the table that answers isGuest()', () => {
    const guest = drawn(after(acts()))
    const known = drawn(after(acts(says('setPrivileges', 'basic'))))
    expect([rowOf(guest, 'web-1').session?.guest, rowOf(known, 'web-1').session?.guest]).toEqual([true, false])
    expect(rowOf(guest, 'web-1').detail).toContain(words.guest)
    expect(rowOf(known, 'web-1').detail).toContain('basic')
    const { world } = after(acts())
    expect(guestNow(world, world.sessions.get('web-1')!)).toBe(true)
  })

  it('of the desktop is never drawn as a guest', () => {
    expect(rowOf(drawn(after(connects())), 'remote-ana').session).toMatchObject({
      type: 'remote',
      guest: false,
      initial: 'A',
    })
  })

  it('stands under the web server that made it', () => {
    const keys = placeOf(drawn(after(startsWeb('shop'), visits('/', { to: 'shop' }), acts())), 'server').rows.map(
      ({ key }) => key,
    )
    expect(keys.indexOf('web-2')).toBe(keys.indexOf('web.server') + 1)
    expect(keys.indexOf('web-1')).toBe(keys.indexOf('shop.server') + 1)
  })

  it('leads to itself wherever it is drawn', () => {
    const scene = drawn(after(connects()))
    expect([rowOf(scene, 'here').ref, rowOf(scene, 'remote-ana').ref]).toEqual(
      Array(2).fill({ kind: 'session', name: 'remote-ana' }),
    )
  })

  it('of many is folded away, but not that of this step, nor the selected one', () => {
    const spec = { ...small, browsers: Array.from({ length: 12 }, (_, i) => ({ name: `b${i + 1}` })) }
    const all = spec.browsers.map(({ name }) => visits('/', { from: name }))
    const keys = (told: Told, selected: Ref | null = null) =>
      drawn(told, selected).places.flatMap(({ rows }) => rows.map(({ key }) => key))
    const { after: tell } = inWorld({ spec })
    const crowded = keys(tell(...all))
    expect(crowded.filter((key) => /^web-\d+$/.test(key))).toHaveLength(6)
    expect(crowded).toContain('web.more')
    expect(keys(tell(...all, visits('/', { from: 'b1' })))).toContain('web-1')
    expect(keys(tell(...all), { kind: 'session', name: 'web-2' })).toContain('web-2')
  })
})

describe('a token', () => {
  it.each<[string, readonly Command[], Look, string]>([
    ['alive', [], 'token', '10 s'],
    ['used', [page('otp-1')], 'tokenUsed', '0:00'],
    ['expired', [waits(10)], 'tokenExpired', words.tokenExpired],
    ['orphaned', [leaves()], 'tokenExpired', words.tokenOrphan],
  ])('that is %s is drawn so', (_, more, look, detail) => {
    const row = rowOf(drawn(after(connects(), opens('createOTP'), ...more)), 'otp-1')
    expect([row.look, row.ref]).toEqual([look, { kind: 'token', name: 'otp-1' }])
    expect(row.detail).toContain(detail)
  })

  it('is drawn if it is one of the newest three', () => {
    const many = Array.from({ length: 5 }, () => opens('createOTP'))
    const rows = placeOf(drawn(after(connects(), ...many)), 'server').rows.filter(({ key }) => key.startsWith('otp'))
    expect(rows.map(({ key }) => key)).toEqual(['otp-3', 'otp-4', 'otp-5'])
    expect(rowOf(drawn(after(connects(), ...many)), 'tokens.more').text).toContain('2')
  })

  it('that nobody made is said to be missing', () => {
    expect(rowOf(resting(worldIn()), 'tokens').text).toBe(words.noToken)
  })
})

describe('a web server', () => {
  const detail = (...story: readonly Command[]) => rowOf(drawn(after(...story)), 'web.server').detail

  it('says that it is stopped, that scalable sessions are off, or that nobody came', () => {
    expect(detail(waits(1))).toBe(words.noWebSession)
    expect(detail(stopsWeb())).toBe(words.webServerOff)
    expect(detail(sets('scalableSessions', false))).toBe(words.scalableOff)
    expect(detail(acts())).toBe('')
  })

  it('of a component is drawn while it runs', () => {
    const keys = (...story: readonly Command[]) => placeOf(drawn(after(...story)), 'server').rows.map(({ key }) => key)
    expect(keys(waits(1))).not.toContain('shop.server')
    expect(keys(startsWeb('shop'))).toContain('shop.server')
  })
})

describe('a browser', () => {
  it('shows its cookie, its page and what became of the latest requests', () => {
    const scene = drawn(
      after(
        connects(),
        opens('setPrivileges', 'basic'),
        opens('createOTP'),
        page('otp-1'),
        area('/rest/People'),
        area('/rest/Salaries'),
      ),
    )
    expect(rowOf(scene, 'ana-area.cookie').detail).toContain('remote-ana')
    expect(rowOf(scene, 'ana-area.page')).toMatchObject({ look: 'page', detail: '200' })
    expect(rowOf(scene, 'ana-area.reads').chips).toEqual([
      { text: 'People', tone: 'good' },
      { text: 'Salaries', tone: 'bad' },
    ])
  })

  it('shows the text it was sent', () => {
    expect(rowOf(drawn(after(acts({ send: 'Hello' }))), 'visitor.reads').text).toBe('Hello')
  })
})

describe('the licences', () => {
  it('are as many slots as there are, full for each holder', () => {
    expect(rowOf(drawn(after(connects(), connects('bruno'))), 'licences').slots).toEqual({ used: 2, total: 5 })
    expect(rowOf(drawn(after(connects(), connects('bruno'), sets('licences', 1))), 'licences').slots).toEqual({
      used: 2,
      total: 1,
    })
  })
})

describe('processes', () => {
  it('are drawn under the session that groups them, the twin and the latest stored procedures', () => {
    const scene = drawn(
      after(connects(), starting('server', { method: 'nightly' }), starting('ana', { method: 'nightly' })),
    )
    const rows = placeOf(scene, 'server').rows
    const under = (key: string) => rows[rows.findIndex((it) => it.key === key) + 1]!
    expect([under('remote-ana').look, under('stored-procedures').text]).toEqual(['process', 'stored procedure nightly'])
  })
})

describe('a crowd', () => {
  const world = (count: number) => ({
    ...small,
    settings: { licences: 50 },
    machines: [
      { name: 'server', kind: 'server' as const },
      ...Array.from({ length: count }, (_, i) => ({ name: `c${i + 1}`, kind: 'client' as const })),
    ],
    browsers: [{ name: 'c2-area', machine: 'c2' }],
  })
  const kinds = (scene: Scene) =>
    scene.places.map(({ ref, kind }) =>
      kind === 'crowd' ? `crowd of ${placeOf(scene, ref.name).crowd.length}` : ref.name,
    )

  it.each([
    { clients: 7, places: 8 },
    { clients: 8, places: 9 },
    { clients: 9, places: 2 },
  ])('of $clients clients makes $places places: above eight they are folded into one', ({ clients, places }) => {
    expect(resting(worldIn({ spec: world(clients) })).places).toHaveLength(places)
  })

  it('has a mark for every client, and says which of them are connected', () => {
    const scene = drawn(inWorld({ spec: world(40) }).after(connects('c7')))
    const { crowd } = placeOf(scene, 'crowd')
    expect(crowd.map(({ name }) => name)).toEqual(Array.from({ length: 40 }, (_, i) => `c${i + 1}`))
    expect(crowd.filter(({ running }) => running).map(({ name }) => name)).toEqual(['c7'])
  })

  it('has beside it the client of this step, and the selected one', () => {
    const { after: tell } = inWorld({ spec: world(9) })
    expect(kinds(drawn(tell(connects('c7'))))).toEqual(['crowd of 9', 'c7', 'server'])
    expect(kinds(drawn(tell(connects('c7'), waits(1)), { kind: 'machine', name: 'c3' }))).toEqual([
      'crowd of 9',
      'c3',
      'server',
    ])
    expect(kinds(drawn(tell(connects('c2'), visits('/', { from: 'c2-area' }))))).toEqual(['crowd of 9', 'c2', 'server'])
  })

  it('has no two marks in one spot, and all of them within its place', () => {
    for (const frame of FRAMES) {
      const scene = sceneOf(
        { world: worldIn({ spec: world(1000) }), before: null, step: null, selected: null },
        words,
        frame,
      )
      const { crowd, width, height } = placeOf(scene, 'crowd')
      expect(new Set(crowd.map(({ x, y }) => `${x} ${y}`)).size).toBe(1000)
      expect(crowd.filter(({ x, y }) => x < 0 || x >= width || y < 0 || y >= height)).toEqual([])
    }
  })
})

describe('the lines', () => {
  const linksOf = (told: Told) => drawn(told).links

  it('join every connected client to the server', () => {
    const links = linksOf(after(connects(), connects('bruno')))
    expect(links.map(({ key, kind, now }) => [key, kind, now])).toEqual([
      ['connection ana', 'connection', false],
      ['connection bruno', 'connection', true],
    ])
    expect(linksOf(after(connects(), leaves()))).toEqual([])
  })

  it('show the last request of each browser, and which belongs to this step', () => {
    const links = linksOf(after(connects(), opens('createOTP'), acts(), page('otp-1')))
    const requests = links.filter(({ kind }) => kind === 'request')
    expect(requests.map(({ key, now, token, tone }) => [key, now, token, tone])).toEqual([
      ['request visitor@web', false, null, 'good'],
      ['request ana-area@web', true, 'opened', 'good'],
    ])
    expect(requests[1]!.label).toMatch(/^GET .*renderer/)
    expect(requests[0]!.label).toBe('')
  })

  it('tell a token that failed from one that opened', () => {
    const story = [connects(), opens('createOTP'), waits(10), page('otp-1')]
    expect(linksOf(after(...story)).at(-1)).toMatchObject({ token: 'failed', tone: 'bad' })
    expect(linksOf(after(...story, page())).at(-1)).toMatchObject({ token: null, tone: 'good' })
  })

  it('are bad when the request was refused', () => {
    expect(linksOf(after(visits('/rest/Salaries')))[0]).toMatchObject({ tone: 'bad', now: true })
  })

  it('stay within one place when a single-user 4D talks to itself', () => {
    expect(linksOf(after(starts(), visits('/', { from: 'solo-area', to: 'solo-web' })))).toEqual([])
    expect(linksOf(after(starts(), alone('id')))).toEqual([])
  })
})

describe('a client that is away', () => {
  const away = (...more: readonly Command[]) =>
    resting(inWorld({ settings: { networkLayer: 'QUIC' } }).after(connects(), ...more).world)
  const lines = ({ links }: Scene) => links.filter(({ kind }) => kind === 'connection').length

  it('says so, with the time its session still waits, and has no line to the server', () => {
    expect(placeOf(away(sleeps()), 'ana').subtitle).toBe('Ana · asleep, 48:00:00 left')
    expect(placeOf(away(isCutOff(), waits(60)), 'ana').subtitle).toBe('Ana · unreachable, 14:00 left')
    expect([
      lines(away()),
      lines(away(sleeps())),
      lines(away(isCutOff())),
      lines(away(isCutOff(), comesBack())),
    ]).toEqual([1, 0, 0, 1])
  })
})

describe('a storage in use', () => {
  it('is told at its session, until End use', () => {
    expect(rowOf(resting(after(connects(), onServer('use')).world), 'remote-ana').detail).toContain('in use')
    expect(
      rowOf(resting(after(connects(), onServer('use'), onServer('endUse')).world), 'remote-ana').detail,
    ).not.toContain('in use')
  })
})

describe('the picture of any world', () => {
  const shown = fc.tuple(start, commands(12)).map(([first, all]) => {
    let before = first
    let told = step(before, all[0]!)
    for (const command of all.slice(1)) {
      before = told.world
      told = step(before, command)
    }
    return { world: told.world, before, step: told, selected: null }
  })
  const frame = fc.constantFrom(...FRAMES)
  const everyScene = (law: (scene: Scene, world: World, width: number) => void) =>
    fc.assert(
      fc.property(shown, frame, (it, size) => law(sceneOf(it, words, size), it.world, size.width)),
      { numRuns: 150 },
    )

  it('is the same for the same world', () => {
    fc.assert(
      fc.property(shown, frame, (it, size) => {
        expect(sceneOf(it, words, size)).toEqual(sceneOf(it, words, size))
      }),
    )
  })

  it('fits into a narrow frame without scrolling sideways', () => {
    everyScene((scene, _, width) => {
      if (width < 640) expect(scene.width).toBeLessThanOrEqual(width)
      for (const { x, width: wide } of scene.places) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + wide).toBeLessThanOrEqual(scene.width)
      }
    })
  })

  it('holds every row inside its place, one below the other', () => {
    everyScene(({ places, height }) => {
      for (const place of places) {
        expect(place.y + place.height).toBeLessThanOrEqual(height)
        for (const [i, row] of place.rows.entries()) {
          const above = place.rows[i - 1]
          if (above) expect(row.y).toBeGreaterThanOrEqual(above.y + above.height)
          expect(row.x + row.width).toBeLessThanOrEqual(place.width)
          expect(row.y + row.height).toBeLessThanOrEqual(place.height)
        }
      }
    })
  })

  it('lets no place cover another', () => {
    everyScene(({ places }) => {
      for (const [i, a] of places.entries())
        for (const b of places.slice(i + 1)) {
          const beside = a.x + a.width <= b.x || b.x + b.width <= a.x
          expect(beside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
        }
    })
  })

  it('gives each place, row and line a key of its own', () => {
    everyScene(({ places, links }) => {
      const unique = (keys: readonly string[]) => expect(new Set(keys).size).toBe(keys.length)
      unique(places.map(({ ref }) => `${ref.kind} ${ref.name}`))
      unique(links.map(({ key }) => key))
      for (const { rows } of places) unique(rows.map(({ key }) => key))
    })
  })

  it('leads only to things that are there', () => {
    everyScene(({ places }, world) => {
      const known: Readonly<Record<Ref['kind'], (name: string) => boolean>> = {
        machine: (name) => world.machines.has(name),
        browser: (name) => world.browsers.has(name),
        session: (name) => world.sessions.has(name),
        token: (name) => world.tokens.has(name),
        webServer: (name) => world.webServers.has(name),
        licences: () => true,
      }
      const refs = places.flatMap(({ ref, rows }) => [ref, ...rows.flatMap((it) => it.ref ?? [])])
      expect(refs.filter(({ kind, name }) => !known[kind](name))).toEqual([])
    })
  })
})
