import { describe, expect, it } from 'vitest'
import { contextOf, CONTEXTS, contextExists } from '../../src/engine/contexts'
import { MEMBERS } from '../../src/engine/method'
import { between, RELEASES, type Release } from '../../src/engine/releases/releases'
import { startOf } from '../../src/simulation/scenario'
import { stepAt, tell } from '../../src/simulation/story'
import { PRESETS } from '../../src/gallery/presets'
import { isUuid } from '../../src/survey/compare'
import { PROBES } from '../../src/survey/probes'
import { cellNamed, scenarioOf, survey, type Cell, type Survey } from '../../src/survey/survey'
import { COLUMNS, PLACES, wayTo, type PlaceName } from '../../src/survey/ways'

/** One sign for an answer: 0 Session is Null, - not in this release, ! error, U Undefined, K id, E "", t10 token. */
function signOf(cell: Cell | undefined): string {
  if (!cell) return '?'
  const { value, error } = cell.answer
  if (error !== undefined) return { onNull: '0', notInRelease: '-', forbiddenOnClient: '!' }[error as string] ?? error
  if (cell.lives !== null) return `t${cell.lives}`
  if (value === undefined) return 'U'
  if (value === null) return 'null'
  if (value === '') return 'E'
  if (typeof value === 'boolean') return value ? 'T' : 'F'
  if (typeof value === 'string') return isUuid(value) ? 'K' : value
  if (Array.isArray(value)) return `[${value.join()}]`
  return typeof value === 'object' && value !== null ? 'O' : String(value)
}

/** The rows of section 4 of the sessions reference, 20 R5 also as its text was before (S2): from which release, then web, remote on the server, on the client, stored, standalone. */
const MATRIX: Readonly<Record<string, readonly (readonly [Release, string])[]>> = {
  id: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', 'K K 0 K 0'],
    ['20R8', 'K K 0 K K'],
    ['21R3', 'K K K K K'],
  ],
  userName: [
    ['18R6', 'E 0 0 0 0'],
    ['20R5', 'E Ana 0 Administrator 0'],
    ['20R8', 'E Ana 0 Administrator designer'],
    ['21R3', 'E Ana Ana Administrator designer'],
  ],
  userNameGiven: [
    ['18R6', 'Zoe 0 0 0 0'],
    ['20R5', 'Zoe Ana 0 Administrator 0'],
    ['20R8', 'Zoe Ana 0 Administrator designer'],
    ['21R3', 'Zoe Ana Ana Administrator designer'],
  ],
  info: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', 'U O 0 O 0'],
    ['20R8', 'U O 0 O O'],
    ['21', 'O O 0 O O'],
    ['21R3', 'O O O O O'],
  ],
  idleTimeout: [
    ['18R6', '60 0 0 0 0'],
    ['20R5', '60 U 0 U 0'],
    ['20R8', '60 U 0 U U'],
    ['21R3', '60 U U U U'],
  ],
  quotas: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', '- - 0 - 0'],
    ['20R8', '- - 0 - -'],
    ['21R3', '- - - - -'],
    ['21R4', 'O U U U U'],
  ],
  isGuest: [
    ['18R6', 'T 0 0 0 0'],
    ['20R5', 'T F 0 F 0'],
    ['20R5-pre', 'T T 0 T 0'],
    ['20R6', 'T F 0 F 0'],
    ['20R8', 'T F 0 F F'],
    ['21R3', 'T F F F F'],
  ],
  isGuestKnown: [
    ['18R6', 'F 0 0 0 0'],
    ['20R5', 'F F 0 F 0'],
    ['20R5-pre', 'F T 0 T 0'],
    ['20R6', 'F F 0 F 0'],
    ['20R8', 'F F 0 F F'],
    ['21R3', 'F F F F F'],
  ],
  hasPrivilege: [
    ['18R6', 'F 0 0 0 0'],
    ['20R5', 'F T 0 T 0'],
    ['20R5-pre', 'F F 0 F 0'],
    ['20R6', 'F T 0 T 0'],
    ['20R8', 'F T 0 T T'],
    ['21', 'F F 0 T F'],
    ['21R3', 'F F F T F'],
  ],
  hasPrivilegeGranted: [
    ['18R6', 'T 0 0 0 0'],
    ['20R5', 'T T 0 T 0'],
    ['20R5-pre', 'T F 0 F 0'],
    ['20R6', 'T T 0 T 0'],
    ['20R8', 'T T 0 T T'],
    ['21R3', 'T T T T T'],
  ],
  getPrivileges: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', '- - 0 - 0'],
    ['20R6', '[] [WebAdmin] 0 [WebAdmin] 0'],
    ['20R8', '[] [WebAdmin] 0 [WebAdmin] [WebAdmin]'],
    ['21', '[] [] 0 [WebAdmin] []'],
    ['21R3', '[] [] [] [WebAdmin] []'],
  ],
  getPrivilegesGranted: [
    ['20R5', '- - 0 - 0'],
    ['20R6', '[basic,payroll] [WebAdmin] 0 [WebAdmin] 0'],
    ['20R8', '[basic,payroll] [WebAdmin] 0 [WebAdmin] [WebAdmin]'],
    ['21', '[basic,payroll] [basic,payroll] 0 [WebAdmin] [basic,payroll]'],
    ['21R3', '[basic,payroll] [basic,payroll] [basic,payroll] [WebAdmin] [basic,payroll]'],
  ],
  setPrivileges: [
    ['18R6', 'T 0 0 0 0'],
    ['20R5', 'T F 0 F 0'],
    ['20R8', 'T F 0 F F'],
    ['21', 'T T 0 F T'],
    ['21R3', 'T T ! F T'],
  ],
  clearPrivileges: [
    ['18R6', 'T 0 0 0 0'],
    ['20R5', 'T F 0 F 0'],
    ['20R7', 'T T 0 T 0'],
    ['20R8', 'T T 0 T T'],
    ['21R3', 'T T ! T T'],
  ],
  promote: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', '- - 0 - 0'],
    ['20R8', '- - 0 - -'],
    ['20R10', '1 0 0 0 0'],
    ['21', '1 1 0 0 1'],
    ['21R3', '1 1 ! 0 1'],
  ],
  demote: [
    ['20R5', '- - 0 - 0'],
    ['20R8', '- - 0 - -'],
    ['20R10', 'U U 0 U U'],
    ['21R3', 'U U ! U U'],
  ],
  createOTP: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', '- - 0 - 0'],
    ['20R8', '- - 0 - -'],
    ['20R9', 't3600 E 0 E E'],
    ['21', 't3600 t10 0 E t10'],
    ['21R3', 't3600 t10 t10 E t10'],
  ],
  createOTPLong: [
    ['20R9', 't60 E 0 E E'],
    ['21', 't60 t10 0 E t10'],
    ['21R3', 't60 t60 t60 E t60'],
  ],
  createOTPShort: [
    ['20R9', 't10 E 0 E E'],
    ['20R10', 't5 E 0 E E'],
    ['21', 't5 t10 0 E t10'],
    ['21R3', 't5 t5 t5 E t5'],
  ],
  // Section 4.3: commands beside the class need no Session where they run.
  sessionInfo: [
    ['20R5', '- - - - -'],
    ['20R7', 'null O null O null'],
    ['20R8', 'null O null O O'],
    ['21', 'O O null O O'],
    ['21R3', 'O O O O O'],
  ],
  storageOfSession: [
    ['20R5', '- - - - -'],
    ['20R6', 'O O null O null'],
    ['20R8', 'O O null O O'],
    ['21R3', 'O O O O O'],
  ],
  restore: [
    ['18R6', '- 0 0 0 0'],
    ['20R5', '- - 0 - 0'],
    ['20R8', '- - 0 - -'],
    ['20R9', 'T F 0 F F'],
    ['21R3', 'T F ! F F'],
  ],
}

const known = new Map<string, Survey>()
const surveyOf = (release: Release, place: PlaceName): Survey => {
  const key = `${release} ${place}`
  const found = known.get(key) ?? survey(release, place)
  known.set(key, found)
  return found
}

const cases = Object.entries(MATRIX).flatMap(([probe, rows]) =>
  RELEASES.flatMap((release) => {
    const row = rows.findLast(([from]) => between(release, from))
    return row ? [{ probe, release, row: row[1] }] : []
  }),
)

describe('a survey', () => {
  it.each(cases)('of $probe in $release is the row of section 4', ({ probe, release, row }) => {
    const signs = COLUMNS.map((place) => signOf(cellNamed(surveyOf(release, place), probe)))
    expect(signs.join(' ')).toBe(row)
  })

  it.each(RELEASES)('in %s runs each place where the reference says, and asks it there', (release) => {
    const wrong = PLACES.filter((name) => {
      const { exists, walks, cells, way } = surveyOf(release, name)
      if (!exists) return contextExists(contextOf(way.context), release)
      const asked = new Set(cells.map(({ answer }) => answer.place))
      return walks.length === 0 || asked.size !== 1 || !asked.has(contextOf(way.context).id)
    })
    expect(wrong).toEqual([])
  })

  it('knows every place of the engine, and each row of the reference once or as a condition of it', () => {
    expect(new Set(PLACES).size).toBe(PLACES.length)
    expect(Object.keys(CONTEXTS).filter((name) => !PLACES.some((it) => it === name))).toEqual([])
    const rows = new Set(PLACES.map((name) => wayTo(name).id))
    const reference = [
      [1, 18],
      [20, 32],
      [40, 45],
      [50, 54],
    ].flatMap(([from = 0, to = 0]) =>
      Array.from({ length: to - from + 1 }, (_, i) => `CTX-${String(from + i).padStart(2, '0')}`),
    )
    expect(reference.filter((id) => !rows.has(id))).toEqual([])
  })

  it('asks every member of the class', () => {
    const asked = new Set(PROBES.map(({ call }) => call.call))
    expect(MEMBERS.filter((it) => !asked.has(it))).toEqual(['access', 'setUserAlias'])
    expect(new Set(PROBES.map(({ name }) => name)).size).toBe(PROBES.length)
  })

  it.each(['action', 'clientMethod', 'webTokenOfRemote', 'remoteDatastore'] as const)(
    'of %s says what its stories say when they are played',
    (place) => {
      const found = surveyOf('21R3', place)
      for (const cell of found.cells) {
        const scenario = scenarioOf(found, cell.commands, '')
        const story = tell(startOf(scenario, PRESETS)!, scenario.steps)
        expect(stepAt(story, scenario.at!)?.answers.at(-1)).toEqual(cell.answer)
      }
    },
  )

  it('is the same every time', () => {
    expect(JSON.stringify(survey('21', 'action'))).toBe(JSON.stringify(surveyOf('21', 'action')))
  })
})

describe('a place under a condition', () => {
  const typeIn = (release: Release, place: PlaceName) => surveyOf(release, place).session?.session.type ?? null

  it('has no session with scalable sessions off, but for REST from 21 R4 (CTX-13, CTX-14, CTX-53)', () => {
    expect(RELEASES.map((it) => typeIn(it, 'actionNoSessions')).filter(Boolean)).toEqual([])
    expect(RELEASES.map((it) => typeIn(it, 'singleUserWebNoSessions')).filter(Boolean)).toEqual([])
    expect(RELEASES.filter((it) => typeIn(it, 'restNoSessions') === 'rest')).toEqual(['21R4'])
  })

  it('has the session of its token: a web one from 20 R9, a remote one from 21 (CTX-18)', () => {
    const shares = (place: PlaceName) => (release: Release) => {
      const { world, session } = surveyOf(release, place)
      return session !== null && world.tokens.values().some((it) => it.session === session.session.name)
    }
    expect(RELEASES.filter(shares('webTokenOfWeb'))).toEqual(RELEASES.slice(RELEASES.indexOf('20R9')))
    expect(RELEASES.filter(shares('webTokenOfRemote'))).toEqual(RELEASES.slice(RELEASES.indexOf('21')))
  })

  it('stays known after clearPrivileges() in force login mode of 20 R8 to 20 R10 (SES-142)', () => {
    const cleared = RELEASES.filter(
      (it) => cellNamed(surveyOf(it, 'authentifyForced'), 'isGuestCleared')?.answer.value === true,
    )
    expect(cleared.filter((it) => between(it, '20R5'))).toEqual(['20R5', '20R5-pre', '20R6', '20R7'])
  })
})
