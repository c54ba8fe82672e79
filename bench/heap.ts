import { tell } from '../src/simulation/story'
import { crowdedOffice, day } from './worlds'
import v8 from 'node:v8'
const n = Number(process.argv[2] ?? 1000)
const world = crowdedOffice(n)
tell(world, day(n, 2000, (process.argv[3] ?? 'visits') as never, 3))
globalThis.gc!()
v8.writeHeapSnapshot('/tmp/a.heapsnapshot')
const story = tell(world, day(n, 20_000, (process.argv[3] ?? 'visits') as never, 77))
globalThis.gc!()
v8.writeHeapSnapshot('/tmp/b.heapsnapshot')
console.log(story.kept.length)
