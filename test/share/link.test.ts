import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/gallery/presets'
import { SCENARIO_IDS, shippedScenario } from '../../src/gallery/gallery'
import { base64Of, bytesOf } from '../../src/share/base64'
import { fromLink, toLink, type Library, type Shared } from '../../src/share/link'
import type { Scenario } from '../../src/simulation/scenario'
import { ownRoles, steps, story } from '../support/longStory'

const shipped = (language: string) =>
  Object.fromEntries(
    SCENARIO_IDS.map((id) => [id, shippedScenario(id, { title: `${language} ${id}`, question: `${language}?` })]),
  )
const gallery = shipped('en')
const library: Library = { presets: PRESETS, gallery }
const shared = gallery['shared-session']!
const link = (it: Partial<Shared> = {}) => toLink({ scenario: shared, at: 0, ...it }, gallery)
const extended = (scenario: Scenario, count: number, seed?: number) => ({
  ...scenario,
  steps: [...scenario.steps, ...steps(count, seed)],
})
const problemOf = (text: string, from = library) => {
  const it = fromLink(text, from)
  return 'problem' in it ? it.problem.code : undefined
}

describe('a link', () => {
  it.each(SCENARIO_IDS)('gives the shipped scenario %s back', (id) => {
    const it = { scenario: gallery[id]!, at: 2 }
    expect(fromLink(toLink(it, gallery), library)).toEqual({ shared: it })
    expect(fromLink(toLink(it), library)).toEqual({ shared: it })
  })

  it('names a shipped scenario instead of repeating it, in the language of its reader', () => {
    const there = shipped('fr')
    expect(fromLink(link(), { presets: PRESETS, gallery: there })).toEqual({
      shared: { scenario: there['shared-session'], at: 0 },
    })
  })

  it('carries only what was changed of a shipped scenario', () => {
    const { question: _, at: __, ...rest } = shared
    const it = { scenario: { ...rest, release: '21R3', steps: shared.steps.slice(0, 4) } as Scenario, at: 4 }
    expect(fromLink(toLink(it, gallery), library)).toEqual({ shared: it })
  })

  it.each([
    ['object', (roles: object) => roles],
    ['text with two spaces', (roles: object) => JSON.stringify(roles, null, 2)],
    ['text with tabs', (roles: object) => JSON.stringify(roles, null, '\t')],
    ['text on one line', (roles: object) => JSON.stringify(roles)],
  ])('carries roles.json as %s as it was', (_, written) => {
    const it = { scenario: story({ settings: { roles: written(ownRoles()) as string } }), at: 0 }
    const text = toLink(it)
    expect(fromLink(text, library)).toEqual({ shared: it })
    expect(text.length).toBeLessThan(1100)
  })

  it('carries the release and the readings that are not recommended', () => {
    const settings = { readings: { 'Q-04': 'replace', 'C-01': 'true' } } as const
    const it = { scenario: story({ release: '20R5-pre', settings }), at: 0 }
    expect(fromLink(toLink(it), library)).toEqual({ shared: it })
  })

  it('carries signs that no text should have', () => {
    const it = { scenario: story({ title: 'half \ud800 a sign, \u0000 and "quotes"\\' }), at: 0 }
    expect(fromLink(toLink(it), library)).toEqual({ shared: it })
  })

  it('is the same text for the same story', () => {
    expect(link()).toBe(link())
  })

  it('uses only signs that need no escaping in an address', () => {
    expect(toLink({ scenario: story({ steps: steps(100) }), at: 9 })).toMatch(/^s1\.[\w-]+$/)
  })
})

describe('the length of a link, in characters', () => {
  it.each([1, 2, 3, 11])('is at most 200 for 10 steps on a shipped scenario (lot %i)', (seed) => {
    const scenario = extended(shared, 10, seed)
    expect(toLink({ scenario, at: scenario.steps.length }, gallery).length).toBeLessThanOrEqual(200)
  })

  it.each([7, 8])('is at most 1,500 for 50 steps and a roles.json of its own (lot %i)', (seed) => {
    const scenario = story({ settings: { roles: ownRoles(seed) }, steps: steps(50, seed) })
    expect(toLink({ scenario, at: 50 }, gallery).length).toBeLessThanOrEqual(1_500)
  })

  it.each([7, 8])('is at most 2,600 for 200 steps and a roles.json of its own (lot %i)', (seed) => {
    const scenario = story({ settings: { roles: ownRoles(seed) }, steps: steps(200, seed) })
    expect(toLink({ scenario, at: 200 }, gallery).length).toBeLessThanOrEqual(2_600)
  })
})

describe('a link that cannot be read', () => {
  const text = link({ scenario: extended(shared, 10) })

  it('was cut off, wherever it was cut', () => {
    for (let end = 'sl.'.length; end < text.length; end++)
      expect([end, problemOf(text.slice(0, end))]).toEqual([end, 'linkCut'])
  })

  it('comes from a newer version', () => {
    expect(problemOf('s2.abc')).toBe('linkNewer')
    expect(problemOf(text.replace('s1.', 's12.'))).toBe('linkNewer')
  })

  it.each(['', 's1', 'S1.x', 'hello', '{"format":"session-playground/1"}', 'https://example.org'])(
    'is no link at all: %s',
    (it) => {
      expect(problemOf(it)).toBe('linkNonsense')
    },
  )

  it('has more behind its end, or a sign that is none', () => {
    expect(problemOf(`${text}A`)).toBe('linkDamaged')
    expect(problemOf(`${text}AAAA`)).toBe('linkDamaged')
    expect(problemOf(`${text.slice(0, 9)}+${text.slice(10)}`)).toBe('linkDamaged')
  })

  it('builds on a scenario that is not here, or no longer the same', () => {
    expect(problemOf(link(), { presets: PRESETS, gallery: {} })).toBe('linkUnknownScenario')
    const changed = { ...gallery, 'shared-session': { ...shared, steps: shared.steps.slice(1) } }
    expect(problemOf(link(), { presets: PRESETS, gallery: changed })).toBe('linkScenarioChanged')
  })

  it('names a world that is not here', () => {
    expect(fromLink(toLink({ scenario: story({ world: 'moon' }), at: 0 }), library)).toMatchObject({
      problem: { code: 'linkNotUnderstood', found: 'moon', path: 'world' },
    })
  })

  it('stands beyond the end of its story', () => {
    expect(problemOf(toLink({ scenario: story(), at: 1 }))).toBe('linkNotUnderstood')
  })

  it('is longer than a million characters', () => {
    expect(problemOf(`s1.${'A'.repeat(1_000_000)}`)).toBe('linkTooLong')
  })

  it('would grow without measure', () => {
    expect(problemOf(sealedAs(deflateSync(new Uint8Array(30_000_000)), 30_000_000))).toBe('linkDamaged')
    expect(problemOf(sealedAs(deflateSync(new Uint8Array(30_000_000)), 4_000_000))).toBe('linkDamaged')
  })

  it('is never a story that nobody told: any change of any sign is noticed', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(signs.length - 1), (at, sign) => {
        const changed = text.slice(0, at) + signs[sign]! + text.slice(at + 1)
        return changed === text || problemOf(changed) !== undefined
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (it) => problemOf(it) !== undefined && problemOf(`s1.${it}`) !== undefined))
    // With a right envelope, what is inside may still be anything.
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        (it) => problemOf(sealedAs(deflateSync(it), it.length)) !== undefined,
      ),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(9999), (it, n) => problemOf(sealedAs(it, n)) !== undefined),
    )
  })
})

/** A link whose envelope is right, around any content: written here once more, as an attacker would. */
function sealedAs(squeezed: Uint8Array, length: number): string {
  const digits = (n: number): readonly number[] => (n < 128 ? [n] : [(n % 128) + 128, ...digits(Math.floor(n / 128))])
  const content = [...digits(length), ...squeezed]
  const sum = content.reduce((it, byte) => Math.imul(it ^ byte, 0x01000193), 0x811c9dc5) >>> 0
  const sumBytes = [24, 16, 8, 0].map((shift) => (sum >>> shift) & 255)
  return `s1.${base64Of(Uint8Array.from([...digits(content.length), ...sumBytes, ...content]))}`
}

describe('any story', () => {
  const roles = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.constant(ownRoles()),
    fc.jsonValue({ noUnicodeString: false }),
  )
  const scenario = fc.record(
    {
      title: fc.string({ maxLength: 60, unit: 'binary' }),
      count: fc.nat(40),
      seed: fc.nat(),
      roles: roles.filter((it) => !/"(__proto__|constructor|prototype)":|-0\b/.test(JSON.stringify(it) ?? '')),
      release: fc.constantFrom('20R5', '20R10', '21', '21R4'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { noNullPrototype: true },
  )

  it('comes out of its link as it went in', () => {
    fc.assert(
      fc.property(
        scenario,
        fc.constantFrom(undefined, ...SCENARIO_IDS),
        ({ title, count, seed, roles, release, value }, id) => {
          const more = { title, release, settings: { roles } } as Partial<Scenario>
          const base = id === undefined ? story(more) : { ...gallery[id]!, ...more }
          const set = { type: 'changeSetting', setting: 'licences', value } as const
          const it = { scenario: { ...base, steps: [...base.steps, ...steps(count, seed), set] }, at: 1 }
          // 'thousand' has other machines than the steps drawn by lot.
          if (id === 'thousand-clients') return
          expect(fromLink(toLink(it, gallery), library)).toEqual({ shared: it })
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('links made long ago', () => {
  // A promise to everyone who ever shared one: these lines are never edited, only added to.
  const office = {
    machines: [
      { name: 'server', kind: 'server' },
      { name: 'ana', kind: 'client' },
      { name: 'bruno', kind: 'client' },
    ],
    webServers: [{ name: 'web', machine: 'server' }],
    browsers: [{ name: 'ana-area', machine: 'ana' }, { name: 'bruno-area', machine: 'bruno' }, { name: 'visitor' }],
  } as const
  const base = story({ title: 'Pinned', steps: steps(6, 5) })
  const then: Library = { presets: { office }, gallery: { 'shared-session': base } }

  it.each([
    ['a scenario that ships', 's1.FFJEJ_wRY7zByMDIwGDPy6TMIPnwa4gyAA', { scenario: base, at: 3 }],
    [
      'more steps on one that ships',
      's1.ffv0leSMARPdzLiRcQcjO6fKKkZGrg2MqoEBDGHbGRkYGPYw3mA0LE5NdU7NAUZxMdQup8SiImCgQzn5JSU5qVBOQGIRMDrYedisGFl52e0tuSSc-WRYhBQ4GJh4VDR0xHhYRAzUTZiAlAWbgA2DA5sAB4OLFJDw8AmQ_LnvHqMyAA',
      { scenario: { ...base, release: '21', steps: [...base.steps, ...steps(8, 6)] }, at: 14 },
    ],
    [
      'a story of its own',
      's1.pgYkUB8oggt1VD9oE2EUv-95Xs_zPPUoUkss0Yu-6MUaJUqQoKEWDZghatCoHYz2MGJoQhL8AyIiFRwUHBwEO3To0KFDxaIdOnTo0KFDhw4dKig4ODg4ODgo-O6-91URPAjv-733-97v9777Llc1ehrN7jD8_XRNC3vTW3Hhjfi38t9HbL6891xyVmjvRKD574WWOL8qHj4Wo-K50Q6CYvU6va1mvTpSqtbJltW-dXNkoNpqBfV2lL54ayS4X20Nt6OKQtb1RuP2qaBO1yxaDjQ6nfAGhZxStUU3QK7PtBrh9QopkRJlg6BQbd2hE4qydG-j-yYdhBujNFOkBWkn3MnsqItUlwwpo-TDOSKKdGVdqjWi_4KwGu_QB12T3U9aLHM2CJrkUuowYClGam7FjBozkLYZSFcMpC0GamqeRg2-fqJslg-Bz5bPT74lfkPcqL_ZCv9iZDsG3JSRaq2YkQADKcNAijGQkgwi4fUtoTwDZUJ9_GxDQWVE4XUr63xpRkG2oyAbUpAtKShN_dka2VJwpHHXOni4_yh_hXyOErCrQ4orszzK9l17vf199gZD21C5fGXn7j1ZoZtbToo99_YdaEPGg0HMQBYHIeZBBWOQo1_cgxRmQcM46B7kKZhYgYIHNnETmIekB0UilNCGtAdlzJ9yH_gJ230kMOaOCoy7TwVq7jPhm0n3hcCS-1Kg7r6icv9rYYyJbVhADXXMGeNim28mcBCLWDYmCOSzUaVoTBIr58dLvhbDpDFFJU3HMmZ8PW1MUy3tm3Es-umEMUMoj6afzGLKmCWibWKcWqaNOQLlQd8uYYZK86ybwKS1ILoxbS2Kbj8es5YoJHVrmXKmtUKgkrBWCZStNQKabX2kUExanykUMtYXCmnN-Sp6fFv3c6bzTfRgijo438MFFpwfFPOYcn4SJZaiIZxH0OPnbLSdUejBCo3sPKWMlqBjc55RSseY84JizteyXV14ZNNL2Hr6wrExuHZ8HCaga8fQtUmYgt7hJzdoOQ3N3uGNfbUZqM_Cidoc1OdhAXYMdRah2VdbgvoyDAx1VmAV0Owd_uSugfj14ZXwfgM',
      {
        scenario: story({
          settings: { roles: ownRoles(3) },
          steps: steps(12, 9),
          expect: [{ after: 2, look: 'now', isNot: -1.5 }],
        }),
        at: 0,
      },
    ],
  ] as const)('still give %s', (_, text, was) => {
    expect(fromLink(text, then)).toEqual({ shared: was })
  })
})

describe('base64url', () => {
  it('gives back the bytes it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (it) => {
        expect(bytesOf(base64Of(it))).toEqual(it)
      }),
    )
  })

  it('is spelled as elsewhere', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (it) => {
        expect(base64Of(it)).toBe(Buffer.from(it).toString('base64url'))
      }),
    )
  })
})
