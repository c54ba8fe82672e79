import { between, type Release } from './releases'

export interface Page {
  readonly title: string
  /** Below the release's manual when versioned; otherwise a whole address. */
  readonly path: string
  readonly versioned: boolean
  /** The first pickable release whose manual has the page; absent = all have it. */
  readonly since?: Release
}

/** Paths are those of developer.4d.com. An address nobody has read is the root of its site, never a guess. */
export const PAGES = {
  sessionClass: { title: 'Session', path: 'API/SessionClass', versioned: true },
  quotaManager: { title: 'QuotaManager', path: 'API/QuotaManagerClass', versioned: true, since: '21R4' },
  webServerClass: { title: 'WebServer class', path: 'API/WebServerClass', versioned: true },
  sessionCommand: { title: 'Session command', path: 'commands/session', versioned: true, since: '20R7' },
  sessionInfoCommand: { title: 'Session info', path: 'commands/session-info', versioned: true, since: '20R7' },
  sessionStorageCommand: { title: 'Session storage', path: 'commands/session-storage', versioned: true, since: '20R7' },
  processActivity: { title: 'Process activity', path: 'commands/process-activity', versioned: true, since: '20R7' },
  licenseUsage: { title: 'License usage', path: 'commands/license-usage', versioned: true, since: '20R7' },
  openDatastore: { title: 'Open datastore', path: 'commands/open-datastore', versioned: true, since: '20R7' },
  dropRemoteUser: { title: 'DROP REMOTE USER', path: 'commands/drop-remote-user', versioned: true, since: '20R7' },
  webLegacyCloseSession: {
    title: 'WEB LEGACY CLOSE SESSION',
    path: 'commands/web-legacy-close-session',
    versioned: true,
    since: '20R7',
  },
  onServerOpenConnection: {
    title: 'On Server Open Connection database method',
    path: 'commands/on-server-open-connection-database-method',
    versioned: true,
    since: '20R7',
  },
  desktopSessions: { title: 'Desktop sessions', path: 'Desktop/desktop-sessions', versioned: true, since: '21' },
  clientServer: { title: 'Client/Server', path: 'Desktop/clientServer', versioned: true },
  webSessions: { title: 'User sessions', path: 'WebServer/sessions', versioned: true },
  webAuthentication: { title: 'Authentication (web server)', path: 'WebServer/authentication', versioned: true },
  onWebConnection: {
    title: 'On Web Connection database method',
    path: 'commands/on-web-connection-database-method',
    versioned: true,
    since: '20R7',
  },
  httpRequestHandler: {
    title: 'HTTP Request handler',
    path: 'WebServer/http-request-handler',
    versioned: true,
    since: '20R8',
  },
  restAuthentication: { title: 'Authentication and users (REST)', path: 'REST/authUsers', versioned: true },
  restRequests: { title: 'About REST Requests', path: 'REST/REST_requests', versioned: true },
  restCatalog: { title: '$catalog', path: 'REST/catalog', versioned: true },
  restDirectory: { title: '$directory', path: 'REST/directory', versioned: true },
  restInfo: { title: '$info', path: 'REST/info', versioned: true },
  privileges: { title: 'Roles and Privileges', path: 'ORDA/privileges', versioned: true, since: '19R8' },
  remoteDatastores: { title: 'Remote datastores', path: 'ORDA/datastores', versioned: true },
  classes: { title: 'Classes', path: 'Concepts/classes', versioned: true },
  shared: { title: 'Shared objects and collections', path: 'Concepts/shared', versioned: true },
  releaseNotes: { title: 'Release Notes', path: 'Notes/updates', versioned: true },
  serverSessions: {
    title: 'Sessions Page (Server window)',
    path: 'ServerWindow/sessions',
    versioned: true,
    since: '21R4',
  },
  webAdmin: { title: 'Web Administration', path: 'Admin/webAdmin', versioned: true },
  qodlyForceLogin: {
    title: 'Force login (4D Qodly Pro)',
    path: 'https://developer.4d.com/qodly/4DQodlyPro/force-login',
    versioned: false,
  },
  qodlyRoles: {
    title: 'Roles and Privileges (4D Qodly Pro)',
    path: 'https://developer.4d.com/qodly/',
    versioned: false,
  },
  shareBlog: {
    title: 'Share your 4D remote client session with web accesses (blog)',
    path: 'https://blog.4d.com/share-your-4d-remote-client-session-with-web-accesses/',
    versioned: false,
  },
  licencesBlog: {
    title: 'Improved 4D Client licenses usage with Qodly Studio for 4D (blog)',
    path: 'https://blog.4d.com/improved-4d-client-licenses-usage-with-qodly-studio-for-4d/',
    versioned: false,
  },
  serverWrappersBlog: {
    title: 'Forget server-side wrappers: use 4D sessions from the client (blog)',
    path: 'https://blog.4d.com/forget-server-side-wrappers-use-4d-sessions-from-the-client/',
    versioned: false,
  },
  kbAuthentify: { title: 'Tech tip 79873 (knowledge base)', path: 'https://kb.4d.com/assetid=79873', versioned: false },
  playground: { title: 'How this playground simulates', path: './', versioned: false },
} as const satisfies Record<string, Page>

export type PageId = keyof typeof PAGES

/** '20R10' -> '20-R10', '21' -> '21' */
const inAddress = (release: Release): string => release.replace('R', '-R')

/** Releases without a manual of their own on the site: the nearest one that has. */
const NEAREST: Readonly<Partial<Record<Release, Release>>> = { '18R6': '19', '20R5-pre': '20R5' }

/** Whose manual shows the page for a release: the nearest one, and for a page that came later the first that has it. */
export function manualOf(page: PageId, release: Release): Release {
  const { since }: Page = PAGES[page]
  return since === undefined || between(release, since) ? (NEAREST[release] ?? release) : since
}

/** Where to read the page for a release. */
export function addressOf(page: PageId, release: Release): string {
  const { path, versioned }: Page = PAGES[page]
  return versioned ? `https://developer.4d.com/docs/${inAddress(manualOf(page, release))}/${path}` : path
}
