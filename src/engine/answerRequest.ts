import type { CallAnswer, ErrorCode } from './call'
import type { SendRequest } from './command'
import { contextExists, contextOf, type ContextName } from './contexts'
import { named, uuidOf, type ProcessName, type SessionName } from './ids'
import type { Json } from './json'
import type { Statement } from './method'
import { forcesLogin, type Place } from './place'
import { read, type Asked } from './request'
import { ask, happen, type Run } from './rule'
import { touch } from './touch'
import { mayAccess, promotedBy } from './rules/access'
import { addressThere, missingIn, type Missing } from './rules/addressThere'
import { checkToken } from './rules/checkToken'
import { bodyOf, entityShape } from './rules/entityShape'
import { findSession } from './rules/findSession'
import { giveCookie } from './rules/giveCookie'
import { newProcess, newSession } from './rules/machines'
import { passGate } from './rules/passGate'
import { presentToken } from './rules/presentToken'
import { hostOf, readHost } from './rules/readHost'
import { reachServer } from './rules/reachServer'
import { restInfo } from './rules/restInfo'
import { restLogin } from './rules/restLogin'
import { runHandler } from './rules/runHandler'
import { takeLicence } from './rules/takeLicence'
import { methodThere } from './rules/methodThere'
import { runCode } from './runCode'
import { cookieName, pair, tokenNamed, type Page, type Session, type WebServer } from './world'

/** What the browser receives. Status 0: nothing was sent or nobody answered. */
export interface Reply {
  readonly status: number
  readonly body: Json
  /** The session that answered; null when there was none. */
  readonly session: SessionName | null
  /** Name of the cookie that came with it, when one did. */
  readonly setCookie?: string
}

/** What is asked, of whom, and what came with the asking. */
export interface Exchange {
  readonly command: Pick<SendRequest, 'code' | 'in' | 'component'>
  readonly asked: Asked
  readonly webServer: WebServer
}

/** An exchange with a browser. */
type Sent = Exchange & { readonly command: SendRequest }

/** A web request from the first byte to the reply: token, session, licence, gate, access or code, cookie. */
export function answerRequest(run: Run, command: SendRequest, answers: CallAnswer[]): Reply {
  if (ask(run, reachServer, { from: command.from, to: command.to }).outcome !== 'reached') return nobody
  const webServer = run.world.webServers.get(command.to)
  if (!webServer) return nobody
  const host = hostOf(command.url)
  if (host !== null && ask(run, readHost, { host, to: command.to }).outcome === 'foreign') return nobody
  const asked = read(run.world, command)
  const exchange = { command, asked, webServer }

  const token = redeem(run, exchange)
  const attached = attach(run, exchange, token)
  const reply = attached.refused ?? serve(run, exchange, attached.session, answers)
  return finish(run, exchange, attached, reply, token.name)
}

export const nobody: Reply = { status: 0, body: null, session: null }

interface Redeemed {
  readonly opened: SessionName | null
  readonly failed: boolean
  readonly name: string | null
}

/** $4DSID in the address: does it open its session? */
function redeem(run: Run, { asked, webServer }: Exchange): Redeemed {
  if (asked.token === null) return { opened: null, failed: false, name: null }
  const token = tokenNamed(run.world, asked.token)
  const name = token?.name ?? null
  const presented = ask(run, presentToken, { webServer, kind: asked.kind }).outcome
  // A release that does not know $4DSID has not failed to read it.
  if (presented !== 'read') return { opened: null, failed: presented === 'refused', name }
  const opened =
    ask(run, checkToken, { token: asked.token, machine: webServer.machine }).outcome === 'restored' &&
    token !== undefined
  return { opened: opened ? token.session : null, failed: !opened, name }
}

interface Attached {
  readonly session: SessionName | null
  readonly refused: Reply | null
  /** The browser must be told of a session it did not come with. */
  readonly tell: boolean
  /** It was opened for this request. */
  readonly made: boolean
}

/** Finds or opens the session, counting the licence on the way. */
function attach(run: Run, { command, asked, webServer }: Sent, token: Redeemed): Attached {
  const found = ask(run, findSession, {
    browser: command.from,
    webServer: command.to,
    rest: asked.rest,
    scheme: command.scheme ?? 'http',
    crossSite: command.crossSite ?? false,
    opened: token.opened,
    tokenFailed: token.failed,
  }).outcome
  if (found === 'none') return { session: null, refused: null, tell: false, made: false }
  const existing = found === 'tokenSession' ? token.opened : found === 'reused' ? heldBy(run, command) : null
  const countable = existing === null || asked.rest
  const licence = countable
    ? ask(run, takeLicence, {
        moment: 'request',
        session: existing,
        rest: asked.rest,
        machine: webServer.machine,
        redeemed: found === 'tokenSession',
      }).outcome
    : 'kept'
  if (licence === 'exhausted' || licence === 'tooMany') {
    return {
      session: null,
      refused: { status: 402, body: null, session: null },
      tell: false,
      made: false,
    }
  }
  const session = existing ?? open(run, asked.rest, webServer)
  if (licence === 'taken') {
    happen(run, { type: 'licenceTaken', licence: { session, because: 'firstRequest', since: run.world.now } })
  }
  touch(run, session)
  return { session, refused: null, tell: found !== 'reused', made: existing === null }
}

const heldBy = ({ world }: Run, { from, to }: SendRequest): SessionName | null =>
  world.cookies.get(pair(from, to))?.session ?? null

/** A new web session of this web server. */
export function open(run: Run, rest: boolean, { name, machine }: WebServer, idleTimeout = 60): SessionName {
  const host = run.world.machines.get(machine)
  if (!host) throw new Error(`web server ${name} stands on no machine`) // a world is checked when it is made
  const session: Session = newSession(run.world, `web-${run.world.counts.web + 1}`, rest ? 'rest' : 'web', host, {
    webServer: name,
    userName: '',
    idleTimeout,
    expiresAt: run.world.now + idleTimeout * 60,
  })
  happen(run, { type: 'sessionOpened', session })
  return session.name
}

/** The texts the manual shows (PRIV-081), with the only number it gives; where it shows none, none is made up. */
function refusal({ action, resource: { type, applyTo } }: NonNullable<Asked['access']>): Json {
  const [owner = applyTo, name] = applyTo.split('.')
  const message =
    type === 'singletonMethod'
      ? `No permission to execute the ${name} function in the ${owner} singleton class`
      : type === 'dataclass'
        ? `No permission to ${action} for the ${applyTo} dataclass`
        : null
  if (message === null) return null
  const known = type === 'dataclass' && action === 'read'
  return { __ERROR: [{ message, componentSignature: 'dbmg', ...(known ? { errCode: 1557 } : {}) }] }
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = { privilege: 401, noLicence: 402 }

/** The gate, then what the address asks for: data, code, or just a page. */
export function serve(run: Run, exchange: Exchange, session: SessionName | null, answers: CallAnswer[]): Reply {
  const { asked } = exchange
  // A page without code is served in any mode; what runs code elsewhere is brought to the gate only where there is one.
  const gated = asked.rest || (asked.kind !== 'page' && forcesLogin(run.world))
  if (gated && ask(run, passGate, { asked, session }).outcome === 'refused') {
    return { status: 401, body: null, session }
  }
  const missing = exchange.command.code === undefined ? missingIn(run.world, asked) : null
  if (missing && missing.what !== 'function') return notFound(run, missing, session)
  const access = asked.access
  const free = asked.kind === 'authentify'
  if (
    access &&
    !free &&
    !mayAccess(run, { action: access.action, resource: access.resource, forWeb: true, session, promoted: [] })
  ) {
    return { status: 401, body: refusal(access), session }
  }
  if (missing) return notFound(run, missing, session)
  if (asked.kind === 'handler') ask(run, runHandler, asked)
  if (asked.context === 'onRestAuthentication')
    ask(run, restLogin, { written: exchange.command.code !== undefined || asked.method !== null })
  const code = codeOf(run, exchange)
  if (code === 'missing') return { status: 404, body: null, session }
  if (code) return runFor(run, exchange, session, code, answers)
  if (access?.action === 'read') {
    const shape = ask(run, entityShape, { access, session })
    return { status: 200, body: bodyOf(shape.facts, shape.outcome), session }
  }
  if (asked.path.toLowerCase().startsWith('/rest/$info')) return { status: 200, body: infoFor(run, session), session }
  return { status: 200, body: null, session }
}

function notFound(run: Run, missing: Missing, session: SessionName | null): Reply {
  ask(run, addressThere, missing)
  return { status: 404, body: null, session }
}

/** /rest/$info/privileges: the privileges of the session, in releases that tell them. */
function infoFor(run: Run, session: SessionName | null): Json {
  const { outcome, facts } = ask(run, restInfo, { session })
  if (outcome === 'nothing') return null
  const shown = outcome === 'guest' ? ['guest'] : facts.privileges
  return { privileges: shown.map((privilege) => ({ privilege })) }
}

/** The statements this request runs; undefined when it runs none, 'missing' when it names a method nobody wrote. */
function codeOf(run: Run, { asked, command }: Exchange): readonly Statement[] | undefined | 'missing' {
  if (command.code) return command.code
  if (asked.method === null) return undefined
  const method = run.world.methods.get(asked.method)
  // A function of the data model is there when its class says so; nobody has to write what it does.
  if (asked.access) return method?.code ?? []
  return ask(run, methodThere, { method: asked.method }).outcome === 'there' && method ? method.code : 'missing'
}

/** The place the request names, if this release has it, else the one its address leads to. */
const placeOf = ({ world }: Run, { in: wanted }: Exchange['command'], { context }: Asked): ContextName =>
  wanted !== undefined && contextExists(contextOf(wanted), world.release) ? wanted : context

/** Runs code in a web process of its own, with the promotions of the function it is. */
function runFor(
  run: Run,
  { asked, command, webServer }: Exchange,
  session: SessionName | null,
  code: readonly Statement[],
  answers: CallAnswer[],
): Reply {
  const name = named<ProcessName>(`web-process-${run.world.counts.processes + 1}`)
  const promoted = asked.access ? promotedBy(run, asked.access.resource, session) : []
  const context = command.component === undefined ? placeOf(run, command, asked) : 'componentInRequest'
  const place: Place = {
    context,
    machine: webServer.machine,
    process: name,
    request: { webServer: webServer.name, session, rest: asked.rest, promoted },
  }
  happen(run, {
    type: 'processStarted',
    process: newProcess(name, 'twin', webServer.machine, session, asked.method ?? asked.path, context),
  })
  const ran = runCode(run, place, code, answers)
  happen(run, { type: 'processEnded', process: name })
  const after = ran.place.request?.session ?? session
  if (ran.error !== null) return { status: STATUS[ran.error] ?? 500, body: null, session: after }
  return { status: 200, body: ran.sent, session: after }
}

/** Cookie, page and trace: what stays behind when the reply has arrived. */
function finish(
  run: Run,
  { command, asked, webServer }: Sent,
  { session: first, tell, made }: Attached,
  reply: Reply,
  token: string | null,
): Reply {
  const { from, to, url, method = 'GET' } = command
  const changed = reply.session !== null && (tell || reply.session !== first)
  if (changed && reply.session !== null) {
    const { scheme = 'http', crossSite = false } = command
    // The code of the request may have moved it on, by restore().
    ask(run, giveCookie, { made: made && reply.session === first, scheme, crossSite })
    const value = uuidOf(run.world.seed, `cookie/${webServer.name}/${reply.session}`)
    const secure = scheme === 'https'
    happen(run, {
      type: 'cookieSet',
      cookie: { browser: from, webServer: to, name: cookieName(run.world), value, session: reply.session, secure },
    })
  }
  happen(
    run,
    { type: 'pageShown', browser: from, page: pageAfter(run, command, asked, reply) },
    {
      type: 'requestAnswered',
      trace: {
        browser: from,
        webServer: to,
        method,
        url,
        status: reply.status,
        session: reply.session,
        token: token === null ? null : named(token),
        count: (run.world.traces.get(pair(from, to))?.count ?? 0) + 1,
        at: run.world.now,
      },
    },
  )
  return changed ? { ...reply, setCookie: cookieName(run.world) } : reply
}

const KEPT_READS = 6

/** A data request belongs to the page that sent it; anything else shows a new page. */
function pageAfter({ world }: Run, { from, url, method = 'GET' }: SendRequest, asked: Asked, reply: Reply): Page {
  const before = world.browsers.get(from)?.page
  const what = asked.access ? `${asked.access.action} ${asked.access.resource.applyTo}` : `${method} ${asked.path}`
  const data = asked.kind === 'rest' || asked.kind === 'singleton' || asked.kind === 'authentify'
  if (data && before) {
    return {
      ...before,
      session: reply.session,
      reads: [...before.reads, { what, status: reply.status }].slice(-KEPT_READS),
    }
  }
  const body = typeof reply.body === 'string' ? reply.body : ''
  return {
    url,
    status: reply.status,
    session: reply.session,
    body,
    reads: data ? [{ what, status: reply.status }] : [],
  }
}
