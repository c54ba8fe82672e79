import type { WorldSpec } from '../simulation/scenario'
import { office } from './office'
import { thousand } from './thousand'

/** The worlds a scenario may name instead of describing one. */
export const PRESETS: Readonly<Record<string, WorldSpec>> = { office, thousand }
