import { step } from '../src/engine/step'
import { crowdedOffice, day } from './worlds'
const n = 1000
const world = crowdedOffice(n)
const per = new Map<string, [number, number, number, number]>()
for (let r = 0; r < 6; r++) {
  const commands = day(n, 20_000, (process.argv[3] ?? 'visits') as never, 5 + r)
  const kept: unknown[] = []
  let w = world
  for (const c of commands) {
    const t = performance.now()
    const s = step(w, c); w = s.world; kept.push(w)
    const d = performance.now() - t
    if (r < 2) continue
    const key = c.type + ' ' + ((c as any).url ?? (c as any).call ?? '')
    const it = per.get(key) ?? [0, 0, 0, 0]
    it[0]++; it[1] += d; it[2] += s.verdicts.length; it[3] += s.events.length
    per.set(key, it)
  }
}
for (const [k, [n, d, v, e]] of [...per].sort((a, b) => b[1][1] - a[1][1])) console.log(k.padEnd(50), n, 'µs', (d / n * 1000).toFixed(1), 'verdicts', (v / n).toFixed(1), 'events', (e / n).toFixed(1))
