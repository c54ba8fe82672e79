import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Event } from '../src/engine/event'
import { evolve } from '../src/engine/evolve'
import { step } from '../src/engine/step'
import type { World } from '../src/engine/world'
import { PRESETS } from '../src/gallery/presets'
import { SCENARIO_IDS, shippedScenario } from '../src/gallery/gallery'
import { fromLink, toLink, type Shared } from '../src/share/link'
import { stepAt, tell, worldAt } from '../src/simulation/story'
import { ownRoles, steps, story } from '../test/support/longStory'
import { at, median, rate, short, time, times, type Row } from './measure'
import { crowdedOffice, day, lots, type Traffic } from './worlds'

const SIZES = [1_000, 10_000] as const
const STEPS = 20_000
const ROUNDS = 7

type Touched = Extract<Event, { type: 'sessionTouched' }>

/** The same event for both: one session, drawn by lot, gets a new end. */
function touches(world: World, count: number, seed: number): readonly Touched[] {
  const names = world.sessions.values().map(({ name }) => name)
  const draw = lots(seed)
  return Array.from({ length: count }, (_, i) => ({
    type: 'sessionTouched',
    session: names[draw(names.length)]!,
    expiresAt: 4000 + i,
  }))
}

function reduxStore(world: World) {
  const sessions = Object.fromEntries(
    world.sessions.entries().map(([name, { storage: _, clientStorage: __, ...it }]) => [name, it]),
  )
  const slice = createSlice({
    name: 'sessions',
    initialState: sessions,
    reducers: {
      touched(state, { payload }: PayloadAction<Touched>) {
        const session = state[payload.session]
        if (session) session.expiresAt = payload.expiresAt
      },
    },
  })
  const middleware = { serializableCheck: false, immutableCheck: false, actionCreatorCheck: false }
  const store = configureStore({ reducer: slice.reducer, middleware: (given) => given(middleware), devTools: false })
  return (event: Touched) => store.dispatch(slice.actions.touched(event))
}

interface Speed {
  readonly evolved: number
  readonly redux: number
}

function reduceSpeed(world: World): Speed {
  const events = Array.from({ length: ROUNDS + 1 }, (_, i) => touches(world, 100_000, i + 1))
  const evolved = rate(ROUNDS, 100_000, (i) => events[i]!.reduce<World>((before, it) => evolve(before, it), world))
  const dispatch = reduxStore(world)
  const few = world.sessions.size > 5_000 ? 200 : 2_000
  const redux = rate(ROUNDS, few, (i) => events[i]!.slice(0, few).forEach(dispatch))
  return { evolved, redux }
}

function reduceRows(speeds: readonly Speed[]): readonly Row[] {
  const rows = speeds.map(({ evolved, redux }, i): Row => {
    const most = i === 0 ? 400_000 : 200_000
    const least = i === 0 ? 1 : 1_000
    return {
      what: `events/s, reduce only, ${short(SIZES[i]!)} sessions`,
      ours: short(evolved),
      baseline: `Redux Toolkit ${short(redux)}`,
      ratio: times(evolved / redux),
      bar: `≥ ${short(most)}${least > 1 ? ` and ≥ ${short(least)} ×` : ''}`,
      holds: evolved >= most && evolved / redux >= least,
    }
  })
  const growth = speeds[0]!.evolved / speeds[1]!.evolved
  const theirs = speeds[0]!.redux / speeds[1]!.redux
  return [
    ...rows,
    {
      what: 'growth of that cost, 1,000 → 10,000 sessions',
      ours: times(growth),
      baseline: `Redux Toolkit ${times(theirs)}`,
      bar: '≤ 3 ×',
      holds: growth <= 3,
    },
  ]
}

interface Pipeline {
  readonly told: number
  readonly rows: readonly Row[]
}

/** The bar for the smaller world is a rate; for the larger one it is how little dearer it may be (dependencies, 3). */
function pipelineOf(world: World, { redux }: Speed, smaller?: Pipeline): Pipeline {
  const count = world.sessions.size
  const days = (traffic: Traffic) => Array.from({ length: ROUNDS + 1 }, (_, i) => day(count, STEPS, traffic, i + 1))
  const visits = days('visits')
  const scattered = days('scattered')
  const told = rate(ROUNDS, STEPS, (i) => tell(world, visits[i]!))
  const hoarded = rate(ROUNDS, STEPS, (i) => {
    const worlds = [world]
    for (const command of visits[i]!) worlds.push(step(worlds.at(-1)!, command).world)
    return worlds
  })
  const apart = rate(ROUNDS, STEPS, (i) => tell(world, scattered[i]!))
  const events = visits[1]!.reduce(
    ({ before, sum }, command) => {
      const next = step(before, command)
      return { before: next.world, sum: sum + next.events.length }
    },
    { before: world, sum: 0 },
  ).sum
  const name = `${short(count)} sessions`
  const growth = smaller && smaller.told / told
  const rows: readonly Row[] = [
    {
      what: `commands/s, decided and told, ${name}`,
      ours: growth === undefined ? short(told) : `${short(told)}, ${times(growth)} dearer`,
      baseline: `Redux Toolkit, one bare event ${short(redux)}`,
      ratio: times(told / redux),
      bar: growth === undefined ? '≥ 100 k' : '≤ 3 × dearer',
      holds: growth === undefined ? told >= 100_000 : growth <= 3,
    },
    { what: '… the same, in events/s', ours: short((told * events) / STEPS) },
    { what: '… each past world held in memory', ours: short(hoarded) },
    { what: '… every request from another browser', ours: short(apart) },
  ]
  return { told, rows }
}

/** Bytes that are kept when only the result is. */
function weight(make: () => unknown): number {
  const collect = globalThis.gc
  if (!collect) throw new Error('run with --expose-gc')
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = make()
  collect()
  const after = process.memoryUsage().heapUsed
  return kept === undefined ? NaN : after - before
}

function historyRows(world: World): readonly Row[] {
  const count = world.sessions.size
  const most = count > 5_000 ? 1_000 : 800
  const perStep = (traffic: Traffic): number =>
    median(Array.from({ length: 5 }, (_, i) => weight(() => tell(world, day(count, STEPS, traffic, i + 1))) / STEPS))
  const ours = perStep('visits')
  const snapshot = JSON.stringify(world).length
  const name = `${short(count)} sessions`
  const told = tell(world, day(count, STEPS, 'visits', 1))
  const draw = lots(3)
  const seeks = Array.from({ length: 5 }, () =>
    at(
      0.95,
      Array.from({ length: 500 }, () => {
        const shown = draw(STEPS + 1)
        return time(() => [worldAt(told, shown), stepAt(told, shown)])
      }),
    ),
  )
  const seek = median(seeks)
  const replay = median(Array.from({ length: 5 }, () => time(() => tell(world, told.commands))))
  return [
    {
      what: `memory per step, story of 20,000, ${name}`,
      ours: `${short(ours)} B`,
      baseline: `JSON snapshot ${short(snapshot)} B`,
      ratio: times(snapshot / ours),
      bar: `≤ ${short(most)} B`,
      holds: ours <= most,
    },
    { what: '… every request from another browser', ours: `${short(perStep('scattered'))} B` },
    {
      what: `seek in it, world and step, p95, ${name}`,
      ours: `${seek.toFixed(2)} ms`,
      baseline: `full replay ${short(replay)} ms`,
      ratio: times(replay / seek),
      bar: '≤ 2 ms',
      holds: seek <= 2,
    },
  ]
}

function linkRows(): readonly Row[] {
  const gallery = Object.fromEntries(SCENARIO_IDS.map((id) => [id, shippedScenario(id, { title: id, question: '?' })]))
  const shared = gallery['shared-session']!
  const own = { settings: { roles: ownRoles() } }
  const cases: readonly { readonly what: string; readonly it: Shared; readonly most: number }[] = [
    {
      what: '10 steps on a shipped story',
      it: { scenario: { ...shared, steps: [...shared.steps, ...steps(10)] }, at: 3 },
      most: 200,
    },
    { what: '50 steps and own roles.json', it: { scenario: story({ ...own, steps: steps(50) }), at: 3 }, most: 1_500 },
    {
      what: '200 steps and own roles.json',
      it: { scenario: story({ ...own, steps: steps(200) }), at: 3 },
      most: 2_600,
    },
  ]
  const rows = cases.map(({ what, it, most }): Row => {
    const link = toLink(it, gallery)
    const plain = JSON.stringify(it.scenario).length
    return {
      what: `link, ${what}`,
      ours: `${link.length} characters`,
      baseline: `JSON ${short(plain)}`,
      ratio: times(plain / link.length),
      bar: `≤ ${most}`,
      holds: link.length <= most,
    }
  })
  const long = toLink(cases[2]!.it, gallery)
  const reading = median(Array.from({ length: 25 }, () => time(() => fromLink(long, { presets: PRESETS, gallery }))))
  return [...rows, { what: '… reading the last', ours: `${reading.toFixed(1)} ms`, bar: '≤ 5 ms', holds: reading <= 5 }]
}

export function engineRows(): readonly Row[] {
  const worlds = SIZES.map(crowdedOffice)
  const speeds = worlds.map(reduceSpeed)
  const pipelines = worlds.reduce<readonly Pipeline[]>(
    (before, world, i) => [...before, pipelineOf(world, speeds[i]!, before[0])],
    [],
  )
  return [
    ...reduceRows(speeds),
    ...pipelines.flatMap(({ rows }) => rows),
    ...worlds.flatMap(historyRows),
    ...linkRows(),
  ]
}
