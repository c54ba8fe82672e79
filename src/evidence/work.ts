/** How far a piece of work is that stops after each part of it, so that a page can do something else in between. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** Runs such work to its end at once: for a command line and for tests. */
export function atOnce<T>(work: Generator<Progress, T>): T {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
