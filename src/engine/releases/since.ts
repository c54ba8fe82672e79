import { contextOf, type ContextName } from '../contexts'
import type { Member } from '../method'
import { has, RELEASES, type Feature, type Release } from './releases'

/** Members that came later than the class, and what their tables ask for. */
const MEMBERS: Readonly<Partial<Record<Member, Feature>>> = {
  id: 'desktopServer',
  info: 'desktopServer',
  getPrivileges: 'getPrivileges',
  quotas: 'quotas',
  setQuota: 'quotas',
  singleton: 'singletons',
  sessionInfo: 'sessionInfo',
  storageOfSession: 'storageOfSession',
  promote: 'promote',
  demote: 'promote',
  createOTP: 'otpWeb',
  restore: 'otpWeb',
}

/** The first release that has this member for code in this place; null when every release does. */
export function memberSince(member: Member, place: ContextName): Release | null {
  // Desktop sessions create tokens later than web sessions do (SES-041).
  const late = member === 'createOTP' && contextOf(place).as !== 'web'
  const feature = late ? 'otpDesktop' : MEMBERS[member]
  return (feature && RELEASES.find((release) => has(release, feature))) ?? null
}

export const placeSince = (place: ContextName): Release | null => contextOf(place).from ?? null

/** Does this release come before that one? */
export const lacks = (release: Release, since: Release | null): boolean =>
  since !== null && RELEASES.indexOf(release) < RELEASES.indexOf(since)
