import { decision } from '../../decision/decision'
import type { Asked } from '../request'
import { nothing, rule } from '../rule'
import type { World } from '../world'

/** The database methods of the web server. Both are asked about only where one is written, or Basic mode waits for one. */
export const ON_WEB_AUTHENTICATION = 'onWebAuthentication'
export const ON_WEB_CONNECTION = 'onWebConnection'

/** A page that is there as it is, without code: listed among the pages, or named like a file where none are listed. */
export function isStatic({ settings: { pages } }: World, { kind, path }: Asked): boolean {
  if (kind !== 'page') return false
  return pages.length > 0 ? pages.includes(path) : /\.[a-z0-9]{1,5}$/i.test(path)
}

// --- On Web Authentication: is it called? ---------------------------------------------------------------------------

export interface Authentication {
  readonly asked: Asked
  readonly written: boolean
}

interface AuthenticationFacts {
  readonly rest: boolean
  readonly handled: boolean
  readonly staticPage: boolean
  readonly written: boolean
  readonly basic: boolean
}

type Called = 'notCalled' | 'called' | 'accepted' | 'refused'

export const webAuthentication = rule<Authentication, AuthenticationFacts, Called>({
  facts: (world, { asked, written }) => ({
    rest: asked.rest,
    handled: asked.kind === 'handler',
    staticPage: isStatic(world, asked),
    written,
    basic: world.settings.webAuthentication === 'basic',
  }),
  decision: decision<AuthenticationFacts, Called>()({
    name: 'webAuthentication',
    start: 'rest',
    nodes: {
      rest: { rules: ['SES-030'], test: (it) => it.rest, yes: 'notForRest', no: 'handled' },
      handled: { rules: ['SES-030'], test: (it) => it.handled, yes: 'notForHandlers', no: 'staticPage' },
      staticPage: { rules: ['SES-030'], test: (it) => it.staticPage, yes: 'notForPages', no: 'written' },
      written: { rules: ['SES-030'], test: (it) => it.written, yes: 'called', no: 'basic' },
      basic: { rules: ['SES-030'], test: (it) => it.basic, yes: 'refusedWithout', no: 'acceptedWithout' },
      notForRest: { rules: ['SES-030'], outcome: 'notCalled', tone: 'aside' },
      notForHandlers: { rules: ['SES-030'], outcome: 'notCalled', tone: 'aside' },
      notForPages: { rules: ['SES-030'], outcome: 'notCalled', tone: 'aside' },
      called: { rules: ['SES-030'], outcome: 'called', tone: 'aside' },
      acceptedWithout: { rules: ['SES-030'], outcome: 'accepted', tone: 'aside' },
      refusedWithout: { rules: ['SES-030'], outcome: 'refused', tone: 'bad' },
    },
  }),
  then: { notCalled: nothing, called: nothing, accepted: nothing, refused: nothing },
})

// --- … and does it accept the connection? ---------------------------------------------------------------------------

interface AcceptFacts {
  readonly failed: boolean
  readonly answered: boolean
  readonly accepts: boolean
}

export const acceptConnection = rule<
  { readonly failed: boolean; readonly returned: boolean | null },
  AcceptFacts,
  'accepted' | 'refused'
>({
  facts: (_, { failed, returned }) => ({ failed, answered: returned !== null, accepts: returned === true }),
  decision: decision<AcceptFacts, 'accepted' | 'refused'>()({
    name: 'acceptConnection',
    start: 'failed',
    nodes: {
      failed: { rules: ['SES-030'], test: (it) => it.failed, yes: 'refusedByError', no: 'answered' },
      answered: { rules: ['SES-030'], test: (it) => it.answered, yes: 'accepts', no: 'acceptedSilently' },
      accepts: { rules: ['SES-030'], test: (it) => it.accepts, yes: 'accepted', no: 'refused' },
      accepted: { rules: ['SES-030'], outcome: 'accepted', tone: 'aside' },
      acceptedSilently: { rules: ['SES-030'], outcome: 'accepted', tone: 'aside' },
      refused: { rules: ['SES-030'], outcome: 'refused', tone: 'bad' },
      refusedByError: { rules: ['SES-030'], outcome: 'refused', tone: 'bad' },
    },
  }),
  then: { accepted: nothing, refused: nothing },
})

// --- On Web Connection: is it called? -------------------------------------------------------------------------------

interface ConnectionFacts {
  readonly path: string
  readonly cgi: boolean
  readonly staticPage: boolean
}

export const webConnection = rule<{ readonly asked: Asked }, ConnectionFacts, 'called' | 'served'>({
  facts: (world, { asked }) => ({
    path: asked.path.slice(0, 40),
    cgi: /^\/4dcgi(\/|$)/i.test(asked.path),
    staticPage: isStatic(world, asked),
  }),
  decision: decision<ConnectionFacts, 'called' | 'served'>()({
    name: 'webConnection',
    start: 'cgi',
    nodes: {
      cgi: { rules: ['PLAY-030'], test: (it) => it.cgi, yes: 'calledForCgi', no: 'staticPage' },
      staticPage: { rules: ['PLAY-030'], test: (it) => it.staticPage, yes: 'served', no: 'called' },
      calledForCgi: { rules: ['PLAY-030'], outcome: 'called', tone: 'aside' },
      served: { rules: ['PLAY-030'], outcome: 'served', tone: 'aside' },
      called: { rules: ['PLAY-030'], outcome: 'called', tone: 'aside' },
    },
  }),
  then: { called: nothing, served: nothing },
})
