/** Stands in for what draws by hand: our pictures are drawn with straight lines, and asking for others is a mistake. */
const never = (): never => {
  throw new Error('pictures are not drawn by hand')
}

export default { svg: never, canvas: never, generator: never }
