export const pictureOf = (_: Element | null) => null as null | { svg: string; png(scale: number): Promise<Blob> }
