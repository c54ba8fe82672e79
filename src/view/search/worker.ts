import { SEARCHES, type Job, type JobName, type Report } from './jobs'

/** Searches beside the page, which stays free. It is stopped by ending it: there is nothing to lose. */
const OFTEN = 100

addEventListener('message', ({ data }: MessageEvent<Job<JobName>>) => answer(data))

function answer<J extends JobName>({ name, asks }: Job<J>): void {
  const say = (report: Report<J>): void => postMessage(report)
  const search = SEARCHES[name](asks)
  let said = performance.now()
  for (;;) {
    const next = search.next()
    if (next.done) {
      say({ answers: next.value })
      return
    }
    if (performance.now() - said < OFTEN) continue
    said = performance.now()
    say({ progress: next.value })
  }
}
