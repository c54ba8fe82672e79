/** The baselines and the flow, each fetched when the bench asks for it: `window.bench.flow()`. */
const bench = {
  shell: async () => (await import('./shell')).mount(),
  flow: async () => (await import('./flow')).measure(),
  reactFlow: async () => (await import('./reactFlow')).measure(),
}
export type Bench = typeof bench
Object.assign(window, { bench })
if (location.hash === '#shell') void bench.shell()
