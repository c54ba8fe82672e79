/** A stair through the values, one a minute: a path for a line, or closed down to a lower stair for an area. */
export interface Scale {
  x(minute: number): number
  y(value: number): number
}

const round = (it: number): string => String(Math.round(it * 10) / 10)

/** Points only where the value changes. */
export function stair(values: readonly number[], { x, y }: Scale): string {
  let path = ''
  values.forEach((value, i) => {
    if (i === 0) path = `M${round(x(0))} ${round(y(value))}`
    else if (value !== values[i - 1]) path += `H${round(x(i))}V${round(y(value))}`
  })
  return path === '' ? '' : `${path}H${round(x(values.length))}`
}

/** The area between a stair and one below it. */
export function area(upper: readonly number[], lower: readonly number[], scale: Scale): string {
  const { x, y } = scale
  let back = ''
  for (let i = lower.length - 1; i >= 0; i--) {
    const value = lower[i] ?? 0
    if (i === lower.length - 1) back = `V${round(y(value))}`
    if (i === 0) back += `H${round(x(0))}`
    else if (lower[i - 1] !== value) back += `H${round(x(i))}V${round(y(lower[i - 1] ?? 0))}`
  }
  return upper.length === 0 ? '' : `${stair(upper, scale)}${back}Z`
}

/** A round number at or above this one, and steps that divide it: 23 → 0, 10, 20, 30. */
export function ticks(most: number): readonly number[] {
  const rough = Math.max(1, most) / 3
  const size = 10 ** Math.floor(Math.log10(rough))
  const unit = [1, 2, 5, 10].map((it) => it * size).find((it) => it >= rough) ?? 10 * size
  const step = Math.max(1, Math.round(unit))
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
}
