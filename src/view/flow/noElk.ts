/** Stands in for a layout engine that the flows never use; asking for it is a mistake worth hearing about. */
export default function noElk(): never {
  throw new Error('flows have a layout of their own')
}
