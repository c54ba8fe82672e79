import { step } from '../src/engine/step'
import { crowdedOffice, day } from './worlds'
const n = Number(process.argv[2] ?? 1000)
const world = crowdedOffice(n)
for (let r = 0; r < 12; r++) {
  const commands = day(n, 20_000, (process.argv[3] ?? 'visits') as never, 5 + r)
  const kept: unknown[] = []
  const t = performance.now()
  let w = world
  for (const c of commands) { const s = step(w, c); w = s.world; kept.push(w) }
  console.log(' step/s', Math.round(2e4 / (performance.now() - t) * 1000))
}
