import { step } from '../src/engine/step'
import { evolve } from '../src/engine/evolve'
import { crowdedOffice, day, lots } from './worlds'
import { tell, worldAt, stepAt } from '../src/simulation/story'
for (const n of [1000, 10000]) {
  const t0 = performance.now()
  const world = crowdedOffice(n)
  console.log(n, 'build', (performance.now() - t0).toFixed(0))
  const keys = world.sessions.keys()
  for (let r = 0; r < 5; r++) {
    const draw = lots(3 + r)
    const events = Array.from({ length: 100_000 }, (_, i) => ({ type: 'sessionTouched', session: keys[draw(keys.length)]!, expiresAt: 4000 + i }) as any)
    const t = performance.now()
    let w = world
    for (const e of events) w = evolve(w, e)
    console.log(' evolve/s', Math.round(1e5 / (performance.now() - t) * 1000))
  }
  for (let r = 0; r < 5; r++) {
    const commands = day(n, 20_000, (process.argv[3] ?? 'visits') as never, 5 + r)
    const kept: unknown[] = []
    const t = performance.now()
    let w = world
    for (const c of commands) { const s = step(w, c); w = s.world; kept.push(w) }
    console.log(' step/s', Math.round(2e4 / (performance.now() - t) * 1000), w.tokens.size)
  }
  globalThis.gc!()
  const before = process.memoryUsage().heapUsed
  const story = tell(world, day(n, 20_000, (process.argv[3] ?? 'visits') as never, 77))
  globalThis.gc!(); globalThis.gc!()
  console.log(' B/step', Math.round((process.memoryUsage().heapUsed - before) / 20000))
  const draw = lots(9); const times: number[] = []
  for (let i = 0; i < 2000; i++) { const at = draw(20001); const t = performance.now(); worldAt(story, at); times.push(performance.now() - t) }
  times.sort((a, b) => a - b)
  console.log(' seek p50/p95', times[1000]!.toFixed(3), times[1900]!.toFixed(3))
}
