import { tell } from '../src/simulation/story'
import { crowdedOffice, day } from './worlds'
for (const n of [1000, 10000]) {
  const world = crowdedOffice(n)
  const out: number[] = []
  for (let r = 0; r < 12; r++) {
    const commands = day(n, 20_000, (process.argv[2] ?? 'visits') as never, 5 + r)
    const t = performance.now()
    tell(world, commands)
    out.push(Math.round(2e4 / (performance.now() - t) * 1000))
  }
  console.log(n, out.join(' '))
}
