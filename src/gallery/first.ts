import { onOpen, page, prepared, rest, scenarioFrom, type Shipped } from './shipped'

/** The story a newcomer finds. By itself, because the page begins with it and the others are fetched when wanted. */
export const FIRST = 'shared-session'

export const sharedSession = {
  world: 'office',
  release: '21',
  at: 8,
  steps: [
    ...prepared,
    onOpen('writeStorage', 'team', 'North'),
    onOpen('createOTP'),
    page('otp-1'),
    rest('/rest/People'),
    rest('/rest/Salaries'),
    rest('/4DACTION/action_Session'),
  ],
} as const satisfies Shipped

export const firstScenario = (words: { readonly title: string; readonly question: string }) =>
  scenarioFrom(sharedSession, words)
