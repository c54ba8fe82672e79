/** Numbers that look drawn by lot and are always the same for the same seed. */
export function lots(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
