import { RELEASES, type Release } from '../../../engine/releases/releases'
import { RULES, type RuleId } from '../../../engine/releases/rules'
import { proving, type Proofs } from '../../../evidence/evidence'
import { useInPieces, type Worked } from '../../inPieces'

export const isRule = (id: string): id is RuleId => Object.hasOwn(RULES, id)

/** Work for each release, so that the same one is the same work. */
const WORK = new Map(RELEASES.map((release) => [release, () => proving(release)]))

/** What the stories prove in a release; played in pieces, once. */
export const useProofs = (release: Release): Worked<Proofs> => useInPieces(WORK.get(release))
