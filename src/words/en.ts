/** Every word of the playground in English. One file per language; the keys are the same in all of them. */
export const en = {
  language: 'English',
  code: 'en',
  yes: 'yes',
  no: 'no',

  ui: {},

  /** What a step wants, in a few words. Placeholders are filled by the view. */
  commands: {},

  /** The places of the manual where code runs. */
  places: {},

  /** One line about each member of the class. */
  members: {},

  /** What a call that failed says. */
  errors: {},

  /** What each event did. */
  events: {},

  /** The decision tables: a title, a sentence for every node, and for every refusal what would change it. */
  flows: {},

  /** What each fact that a table looks at is called. */
  facts: {},

  /** Why something from outside could not be read. */
  problems: {},

  /** Each rule in a sentence. */
  rules: {
    'SES-001':
      "Session resolves in order: the web session of the request, else the remote user's session, else the stored procedures or standalone session.",
    'SES-002':
      'With scalable sessions disabled, Session returns Null in a web process that does not serve a REST request.',
    'SES-003': 'On a remote 4D, Session returns Null whatever the method.',
    'SES-004':
      'On a remote 4D, Session returns the client-side object of the remote user session in any code that runs locally.',
    'SES-005':
      "A method with the Execute on Server attribute runs in the twin process on the server and sees the caller's remote user session.",
    'SES-006': 'A trigger fired by a remote user sees the session of that remote user.',
    'SES-007':
      "An ORDA data model function not declared local runs on the server and sees the caller's remote user session.",
    'SES-008':
      'An ORDA function declared local and called on a client runs there: Session is Null up to 21 R2, the client-side object from 21 R3.',
    'SES-009':
      'A local function called by code already on the server runs on the server and sees the session of that context.',
    'SES-010':
      'On Server Open Connection and On Server Close Connection see the remote user session of the connection concerned.',
    'SES-011':
      '4D Server runs On Server Open Connection for each connection process of a client, always with the same session; never for web, SQL or stored procedures.',
    'SES-012':
      "Methods started by the Execute on server command and the server's startup, shutdown, backup and system event methods see the stored procedures session.",
    'SES-013':
      'One stored procedures session exists per run of the server, and every stored procedure shares it, whoever started it.',
    'SES-014': 'In single-user, Session returns Null outside web requests.',
    'SES-015':
      'In single-user, Session returns the same standalone session in every non-web process during the whole run.',
    'SES-016': 'In single-user, code run for a web request sees the web session, not the standalone one.',
    'SES-017': 'Remote user sessions exist whether scalable sessions are enabled or not.',
    'SES-018':
      'The server creates a remote user session when the user connects; the server-side and client-side objects have the same id.',
    'SES-019': 'Preemptive code can call Session: the command is thread-safe.',
    'SES-020':
      'With scalable sessions, the web server looks in each request for the cookie 4DSID_ followed by the application name.',
    'SES-021': 'When the cookie matches a living session of this web server, the web server reuses that session.',
    'SES-022':
      'Without a cookie, or with an unknown or expired one, the web server creates a new session, a new cookie and a Guest Session object.',
    'SES-023': 'A new web session starts with an empty storage, no privileges and an empty userName.',
    'SES-024':
      'With scalable sessions, the web server does not check the IP address of the browser that sends a session cookie.',
    'SES-025':
      "The cookie's SameSite is Strict by default: a page reached from another site or scheme sends no cookie, so each load opens a new session.",
    'SES-026':
      'sessionCookieDomain and sessionCookiePath set the matching cookie fields and so restrict when the browser sends the cookie.',
    'SES-027': 'REST requests use the same cookie and the same Session class as other web requests.',
    'SES-028':
      'Requests sent at the same time with the same cookie run in separate processes of one session and share its storage.',
    'SES-029':
      'The web server pools its processes, so a process variable set in one request may be seen by a later request of another session.',
    'SES-030':
      'On Web Authentication is not called for static pages, rest URLs or HTTP request handlers; if it returns nothing, the connection is accepted.',
    'SES-031':
      'maxSessions, inactiveSessionTimeout, inactiveProcessTimeout and sessionIPAddressValidation concern legacy sessions only; scalable sessions ignore them.',
    'SES-032': 'The web server answers HTTP 503 to requests beyond maxConcurrentProcesses, 100 by default.',
    'SES-040':
      'createOTP() returns a one-time token, a UUID text bound to the session that created it and different from its id.',
    'SES-041': 'On remote, stored procedures and standalone sessions, createOTP() returns an empty text.',
    'SES-042':
      'On the server-side object of a remote user session and on a standalone session, createOTP() returns a working token.',
    'SES-043':
      'createOTP() also works on the client-side object; the session shared with the web is still the server-side one.',
    'SES-044':
      "A token created by a web session lives by default as long as the session's idleTimeout, so 60 minutes unless changed.",
    'SES-045': 'A token created by a remote or standalone session lives 10 seconds by default.',
    'SES-046': 'A web session honours the lifespan argument of createOTP(), given in seconds.',
    'SES-047': 'A desktop session ignores the lifespan argument of createOTP(): its token always lives 10 seconds.',
    'SES-048': 'Every type of session honours the lifespan argument of createOTP().',
    'SES-049': 'createOTP() raises a lifespan below 10 seconds to 10.',
    'SES-050': 'A token can be used once.',
    'SES-051':
      'A token is invalid when it is unknown, already used or expired, or when the session that created it has expired.',
    'SES-052':
      'A web request with a valid token in $4DSID runs in the session that created the token, with its storage and privileges.',
    'SES-053': 'A valid $4DSID wins over the session cookie sent with the same request.',
    'SES-054':
      'An invalid $4DSID restores nothing: with a valid cookie the request stays in its current session, otherwise it gets a new Guest session.',
    'SES-055':
      'A failed $4DSID raises no error; code can only notice it from what it stored itself, such as a status in storage.',
    'SES-056': '$4DSID works with HTTP request handlers and 4DACTION URLs, and from 21 with Qodly page URLs.',
    'SES-057':
      'An ORDA function called through REST receives the token as an ordinary parameter and calls restore() itself.',
    'SES-058': '$4DSID is a reserved key: no other URL parameter should use this name.',
    'SES-059': 'A browser can redeem a token over HTTP or HTTPS.',
    'SES-060':
      'Only sessions of the host database can be reused with a token, never sessions of component web servers.',
    'SES-061': 'Redeeming a token needs scalable sessions.',
    'SES-062':
      'A web request that redeems the token of a remote user session shares its server-side storage, its privileges and its client licence.',
    'SES-063': 'Redeeming a token or calling restore() never takes another 4D Client licence.',
    'SES-064':
      'Privileges must be set in the remote user session, on the server, before the web request arrives; they control only the web code.',
    'SES-065': 'A session can have several living tokens; each is independent and usable once.',
    'SES-070':
      "restore() with a valid token replaces the web session of the running request by the token's session and returns True.",
    'SES-071':
      'restore() returns False and leaves the current session untouched when the token is unknown, used, expired, or its session has expired.',
    'SES-072': 'Outside a web context, restore() returns False.',
    'SES-073': 'restore() raises an error when called on the client-side object.',
    'SES-074': 'A successful restore() uses up the token.',
    'SES-080': 'idleTimeout is in minutes and is 60 by default.',
    'SES-081': 'Assigning less than 60 to idleTimeout stores 60.',
    'SES-082': 'Assigning idleTimeout recomputes expirationDate, a read-only ISO 8601 text in UTC.',
    'SES-083': 'Only web sessions have idleTimeout and expirationDate.',
    'SES-084': 'A scalable web session closes when its cookie times out or when the web server stops.',
    'SES-085':
      "After its session has closed, a browser's next request gets a Guest Session object, an empty storage and a new cookie.",
    'SES-086': 'In force login mode, a Qodly page can log out of its session, which also releases its licence.',
    'SES-087': 'WEB LEGACY CLOSE SESSION is ignored when scalable sessions are enabled.',
    'SES-088':
      'A request to a remote datastore whose session has closed opens a new session if possible; its locks and transactions are lost.',
    'SES-089': 'expirationDate is when the session cookie expires, so it moves with activity.',
    'SES-090':
      'A remote 4D whose machine sleeps leaves its session in state sleeping; the server drops it after 48 hours by default.',
    'SES-091':
      'With QUIC, the server keeps the session of an unreachable client for 900 seconds by default; info.unreachableSince counts them until it reconnects.',
    'SES-092': 'DROP REMOTE USER disconnects one remote user, asynchronously, and only when 4D Server runs it.',
    'SES-100':
      'Scalable sessions are the default in new projects; the No sessions option removes the web Session object.',
    'SES-101':
      "The scalableSession setting passed to the web server's start() overrides the project setting for this run only.",
    'SES-102': 'The session mode is local to each machine: the server and its clients may differ.',
    'SES-103': 'With scalable sessions disabled, Session called from a REST process still returns a REST session.',
    'SES-104':
      "Each component web server keeps its own sessions; component code called by a request on the host web server sees the host's web session.",
    'SES-105':
      "Component code sees the remote user's session in a remote request on the server, and the single session in stored procedures or single-user.",
    'SES-106': 'HTTP request handlers need scalable sessions, and component web servers ignore them.',
    'SES-110':
      'In default REST mode, the first REST request opens a web session and takes one 4D Client licence at once.',
    'SES-111':
      'In force login mode, a guest REST session takes no licence; calling setPrivileges() in the session takes one.',
    'SES-112': 'The call itself takes the licence: setPrivileges() with an empty text takes one too.',
    'SES-113': 'Later requests and further setPrivileges() calls in the same session keep the same licence.',
    'SES-114': 'A web session releases its licence when it closes, or on a Qodly logout.',
    'SES-115': 'clearPrivileges() does not release the licence.',
    'SES-116': 'In single-user, at most three REST sessions can be open, for tests.',
    'SES-117':
      'A connected remote 4D holds a client licence; a web request that shares its session by token uses that same licence.',
    'SES-118':
      'A Qodly page opened in a web area without a token opens its own web session and can take one more licence.',
    'SES-119': 'A remote datastore is reached through REST, so it may take a licence on the target.',
    'SES-120': 'Desktop sessions need no set-up and no additional licence.',
    'SES-121':
      'License usage lists the licences in use on 4D Server, with the type and host type of each session; elsewhere it returns Null.',
    'SES-122': 'Without a free licence, a request that needs a new counted REST session fails.',
    'SES-123': 'The Server window can show only the counted sessions, those that hold a floating licence.',
    'SES-130': 'On a web session, isGuest() answers True when the session has no privileges.',
    'SES-131':
      'On a web session, isGuest() answers True until setPrivileges() has been called, and again after a Qodly logout.',
    'SES-132': 'Without force login, isGuest() answers True on a web session that has no privileges.',
    'SES-133': 'On non-web sessions, isGuest() always answers False.',
    'SES-134': 'Code may call isGuest() on the client-side object.',
    'SES-140':
      'setPrivileges() accepts a text, a collection, or an object with privileges, roles and userName, and returns True on success.',
    'SES-141': 'setPrivileges() ignores unknown privilege and role names without an error.',
    'SES-142':
      'On a web session, clearPrivileges() removes all privileges and returns True; whether the session becomes Guest depends on the release.',
    'SES-143': 'clearPrivileges() never removes promoted privileges.',
    'SES-144':
      'On desktop sessions, clearPrivileges() has no effect; it returns False in 20 R5 and 20 R6, True from 20 R7.',
    'SES-145': 'On desktop sessions, setPrivileges() has no effect and returns False.',
    'SES-146': 'On desktop sessions, hasPrivilege() always answers True, for any name.',
    'SES-147': 'On desktop sessions, getPrivileges() returns a collection with the single element WebAdmin.',
    'SES-148':
      "On server-side remote and standalone sessions, setPrivileges(), clearPrivileges(), hasPrivilege() and getPrivileges() act on the session's real privileges.",
    'SES-149':
      "Whether the stored procedures session can handle privileges is not settled: the manual's text says all sessions, its history only remote and standalone.",
    'SES-150':
      'Privileges never restrict desktop code; they act only when code runs for a web access that shares the session.',
    'SES-151':
      'On the client-side object, setPrivileges(), clearPrivileges(), promote(), demote() and restore() raise an error; getPrivileges(), hasPrivilege() and isGuest() work.',
    'SES-152': 'On a web session, getPrivileges() returns the names of the granted privileges, included ones too.',
    'SES-153': 'getPrivileges() does not list promoted privileges.',
    'SES-154': 'hasPrivilege() answers True for a privilege promoted for the running function.',
    'SES-155':
      'promote() adds a privilege to the current process for the calling function and returns an id that grows with each successful promotion.',
    'SES-156':
      'promote() does nothing and returns 0 when roles.json does not declare the privilege or the process already has it promoted.',
    'SES-157': 'demote() removes the promotion with the given id from the process; an unknown id changes nothing.',
    'SES-158': 'On remote, stored procedures and standalone sessions, promote() and demote() do nothing.',
    'SES-159': 'A promotion belongs to one process; the session and its other processes do not have it.',
    'SES-160': 'The userName given to setPrivileges() names a web session; remote user sessions ignore it.',
    'SES-161': 'Privilege and role names are compared without case, and WebAdmin is a reserved name.',
    'SES-162':
      '4D reads roles.json at startup; an error in it switches protection off and writes Roles_Errors.json in the Logs folder.',
    'SES-163':
      'A refused access raises a privilege error, except attributes without read permission: they are simply not sent.',
    'SES-164': 'A permission that lists guest opens its resource to guest sessions.',
    'SES-170':
      'id is a UUID text that the server, or the single-user application, gives to the session; it does not change.',
    'SES-171':
      'userName is empty on a web session until setPrivileges() sets it, the current user on the server, and designer or the alias in single-user.',
    'SES-172': 'Remote user sessions and the stored procedures session have an info object.',
    'SES-173': 'The standalone session has an info object.',
    'SES-174': 'Web sessions have no info object.',
    'SES-175': 'Web sessions have an info object.',
    'SES-176':
      'info holds type, userName, machineName, systemUserName, IPAddress, hostType, creationDateTime, state, ID and persistentID; from 21 R4 also unreachableSince.',
    'SES-177': 'info.type is remote or storedProcedure, from 20 R8 also standalone, from 21 also web or rest.',
    'SES-178': "info.machineName names the machine of the session's user; it is empty for a REST session.",
    'SES-179':
      "info.IPAddress is the remote machine's address seen from the server, the local machine's on the client, localhost in single-user.",
    'SES-180': 'info.hostType is windows or mac, and browser for web sessions.',
    'SES-181': 'The creationDateTime of the standalone session is when the application started.',
    'SES-182': '4D computes info at each read, so code should read it once and keep it.',
    'SES-183': 'info.persistentID concerns remote user sessions.',
    'SES-184':
      'Session info returns the info of the session with the given id, or a null object when no session has it.',
    'SES-185':
      'Process activity lists sessions on 4D Server only: remote and stored procedures sessions, and from 21 also web sessions.',
    'SES-190':
      'storage is a shared object, empty at first, common to all processes of the session; the property is read-only, its content is writable.',
    'SES-191':
      'Code writes to Session.storage between Use and End use; writing outside raises an error, reading does not need it.',
    'SES-192': 'Session.storage accepts only scalar values and shared objects or collections.',
    'SES-193': 'Shared objects put in Session.storage keep their own lock and need their own Use.',
    'SES-194':
      'The server-side and client-side storage of one remote user session are independent objects; nothing is copied between them.',
    'SES-195': 'On a client, Storage belongs to the machine and Session.storage to the session: they are distinct.',
    'SES-196':
      'Sharing a session by token shares its storage: the server-side one of a remote user session, the standalone one in single-user.',
    'SES-197':
      "Session storage returns the storage of the session with the given id, even another session's, or Null when no session has it.",
    'SES-198': 'On a client, Session storage returns the client-side storage of the remote user session.',
    'SES-199': 'storage disappears with its session.',
    'SES-210': 'A session singleton has one instance per session, shared by all processes of the session.',
    'SES-211':
      'A session singleton belongs to the web, remote or stored procedures session on the server, to the application in single-user, to the machine on a client.',
    'SES-212': 'The server and client instances of the same session or shared singleton are different objects.',
    'SES-213':
      "A function declared server, called on a client, runs on the singleton's server instance, which the server creates if it is missing.",
    'SES-214': 'A process singleton is not synchronised between a client process and its twin process on the server.',
    'SES-220':
      'forceLogin true in roles.json gives force login mode; false or missing gives the default mode. A change needs a restart.',
    'SES-221':
      'In force login mode, the first REST request opens a guest session without privileges or licence, limited to descriptive requests.',
    'SES-222': 'The server always serves descriptive requests: $catalog, $catalog/authentify and $getWebForm.',
    'SES-223':
      'In force login mode, any other REST request is an error until setPrivileges() has been called in the session.',
    'SES-224':
      'authentify() must be an exposed function of the DataStore class, called by POST; guests can always run it, whatever roles.json says.',
    'SES-225':
      'When authentify() does not call setPrivileges(), the session stays guest, without privileges or licence.',
    'SES-226':
      'In default mode, $directory/login calls On REST Authentication, once per session after it has returned True; without the method, a guest session opens.',
    'SES-227':
      'A new project gets a roles.json with forceLogin true and the privilege none on every datastore permission.',
    'SES-228': "REST $info returns the session's id, user name, life time and expiration, and its privileges.",
    'SES-229': 'Privileges do not control access to $catalog: the describe action is gone.',
    'SES-230': 'restrictedByDefault true in roles.json blocks every resource without an explicit permission.',
    'SES-231':
      'Processes of one application that use the same localID share one web session on the target; another localID or machine opens another session.',
    'SES-232': 'Open datastore accepts idleTimeout in minutes, 60 by default; a lower value becomes 60.',
    'SES-240':
      'Session.quotas returns a 4D.QuotaManager with limits on the number and timeout of entity sets, and the current number.',
    'SES-241':
      'Setting a quota to zero or less raises an error; Undefined resets it; a default timeout above the maximum is lowered to it.',
    'SES-242':
      'When nbEntitySets sets are in memory, a request that needs one more gets HTTP 429 until one is released.',
    'PRIV-001':
      '4D checks permissions only for code that runs in a web context; holding privileges restricts nothing elsewhere.',
    'PRIV-002':
      'Web contexts are REST requests, Qodly pages, remote datastores, 4DACTION, 4D tags, web database methods and mobile requests, with scalable sessions enabled.',
    'PRIV-003':
      'Remote 4D code, Execute on Server methods, stored procedures, triggers of desktop processes and single-user code are never controlled.',
    'PRIV-004':
      "A web request that redeems a desktop session's token in $4DSID runs in that session and is controlled with its privileges.",
    'PRIV-005': 'SOAP requests run in web sessions and need suitable privileges when scalable sessions are enabled.',
    'PRIV-006':
      '4D checks each access to a resource, however code reaches it: an allowed function is checked again for everything it uses.',
    'PRIV-007': 'REST cannot reach a dataclass, attribute or function that is not exposed, whatever the privileges.',
    'PRIV-008':
      'An HTTP request handler runs in a web process of the session, so permissions control the data it uses.',
    'PRIV-010': '4D reads roles.json at startup; editing it changes nothing before a restart.',
    'PRIV-011': 'Without a roles.json, nothing is restricted.',
    'PRIV-012': 'With an error in roles.json, nothing is restricted and 4D writes Roles_Errors.json.',
    'PRIV-013':
      '4D deletes Roles_Errors.json when roles.json is correct at the next start; its presence is the recommended startup check.',
    'PRIV-014': '4D reads restrictedByDefault in roles.json; missing counts as false.',
    'PRIV-015': '4D reads forceLogin in roles.json; missing or false means default mode.',
    'PRIV-016':
      "What a new project's roles.json contains depends on the release that created it: nothing, locked, or open.",
    'PRIV-017': 'An empty list counts as no permission: it neither locks nor overrides.',
    'PRIV-018': '4D compares privilege and role names without case.',
    'PRIV-020': 'A new web session has no assigned privilege.',
    'PRIV-021': 'Every session holds guest besides its own privileges; what guest may do, everybody may do.',
    'PRIV-022': 'A privilege brings everything it includes, step by step, one way only.',
    'PRIV-023': 'Assigning a role puts its privileges, and those they include, in the session.',
    'PRIV-024': 'setPrivileges() silently ignores a privilege or role that roles.json does not declare.',
    'PRIV-025':
      'setPrivileges() adds to the privileges the session already has; calling clearPrivileges() first replaces them.',
    'PRIV-026': 'Privileges that include each other in a circle are accepted: each brings the whole circle.',
    'PRIV-027':
      'A session with WebAdmin is not stopped by the restricted default; with specific permissions, sources disagree.',
    'PRIV-028': "Holding one privilege of a permission's list is enough.",
    'PRIV-029': 'none is an ordinary privilege name: giving it to a session opens what it locks.',
    'PRIV-030':
      "A promote permission does not grant the right to call: execute is checked first with the caller's own privileges.",
    'PRIV-031': "All privileges listed in a function's promote permission are added together, for every caller.",
    'PRIV-032': 'A static promotion starts and ends with the function, in the executing process only.',
    'PRIV-033': 'Session.promote() promotes a privilege from code and returns an id that grows with each promotion.',
    'PRIV-034':
      'promote() returns 0 and does nothing when the privilege is not declared or already promoted in this process.',
    'PRIV-035': 'demote() removes only what promote() added under that id; it cannot remove a static promotion.',
    'PRIV-036': 'getPrivileges() never lists promoted privileges.',
    'PRIV-037': 'hasPrivilege() answers True for a privilege promoted in the calling process.',
    'PRIV-038': 'clearPrivileges() leaves promotions in place.',
    'PRIV-039': 'A promote list written on the datastore or on a dataclass promotes nothing.',
    'PRIV-040':
      'Promoted privileges count like session privileges, includes expanded; nested calls in the same process see them.',
    'PRIV-050': 'Only certain actions apply to each kind of resource; the others have no meaning.',
    'PRIV-051': 'A datastore permission applies to every dataclass that has none for the same action.',
    'PRIV-052': 'A dataclass permission replaces the datastore permission for that action only.',
    'PRIV-053':
      "An attribute permission is added: the session must satisfy the dataclass level and the attribute's list.",
    'PRIV-054': 'An attribute without a permission of its own follows its dataclass.',
    'PRIV-055':
      "For execute on a data model function, the most specific list decides: the function's, else the dataclass's, else the datastore's, else the default.",
    'PRIV-056':
      'Entity and entity selection functions are named as functions of the dataclass; functions with the same name share one permission.',
    'PRIV-057':
      "For execute on a datastore function, the function's own list decides, else the datastore's, else the default.",
    'PRIV-058':
      "For execute on a singleton function, the function's list decides, else the singleton's, else the datastore's, else the default.",
    'PRIV-059': 'update and drop also require read on the same target; nothing grants read automatically.',
    'PRIV-060': 'create does not require read.',
    'PRIV-061':
      'describe controls what $catalog shows up to 20 R6; from 20 R7 it is ignored and $catalog is not controlled.',
    'PRIV-062': 'A promote permission on a data model function also needs describe for it.',
    'PRIV-063': "On an alias, only the alias's own read permission counts; create, update and drop are ignored.",
    'PRIV-064':
      'On a computed attribute, only its own permission counts, not those of the attributes it uses; drop is ignored.',
    'PRIV-065': 'create on an attribute is needed only when the new entity gives it a value other than Null.',
    'PRIV-066': 'drop on an attribute is needed only when the value to delete is not null.',
    'PRIV-067': 'Without a list at any level for the action, access is accepted unless restrictedByDefault is true.',
    'PRIV-068': 'Without a list at any level for the action, access is refused when restrictedByDefault is true.',
    'PRIV-070':
      'In force login mode, a session in which setPrivileges() has not been called gets only descriptive requests; any other REST request is an error.',
    'PRIV-071': 'A REST guest session may always execute ds.authentify(), whatever roles.json says.',
    'PRIV-072':
      'The code inside authentify() gets no free pass: reading the user table needs a permission, usually through promote.',
    'PRIV-073':
      'Any successful setPrivileges() call logs the session in, even with an empty text; the session then holds only guest.',
    'PRIV-074':
      'In default mode, the first REST request takes a 4D Client licence; the session releases it when it closes.',
    'PRIV-075': 'In force login mode, the session takes its licence when setPrivileges() runs, not before.',
    'PRIV-076':
      'A Qodly logout removes the privileges and releases the licence; storage stays until the session times out.',
    'PRIV-077':
      'In force login mode, a permission given to guest is useless before login; after login it serves everybody.',
    'PRIV-078':
      'Force login concerns REST requests: HTTP request handlers and 4DACTION code run in guest sessions and may call setPrivileges() themselves.',
    'PRIV-079':
      'A web request that shares a desktop session by token uses the licence which that session already holds.',
    'PRIV-080': 'A refused access raises a privilege error in the web process, which code can catch.',
    'PRIV-081':
      'The error names the missing permission and its target; a refused read on a dataclass is error 1557 of component dbmg.',
    'PRIV-082': 'The REST server answers a permission error with HTTP 401.',
    'PRIV-083':
      'An attribute without read permission in a readable dataclass is not sent; asked for explicitly, the entity comes back with __INVALID.',
    'PRIV-084': 'Privileges never filter $catalog; only exposure does.',
    'PRIV-085': 'REST $info/privileges returns the privileges of the session; a session without any shows guest.',
    'PRIV-086': 'When the licences are exhausted, the REST server answers HTTP 402.',
    'PRIV-090':
      'setPrivileges() accepts names separated by commas, a collection, or an object with privileges, roles and userName.',
    'PRIV-091': 'setPrivileges() returns True when it runs successfully; unknown names do not make it fail.',
    'PRIV-092':
      'clearPrivileges() makes the session a guest again in default mode; in force login mode it only removes the privileges.',
    'PRIV-093':
      'On web sessions, isGuest() means no privileges up to 20 R10; from 21 it means setPrivileges() has not been called.',
    'PRIV-094': 'hasPrivilege() answers True for an assigned privilege and for those it includes.',
    'PRIV-095': 'getPrivileges() returns included privileges too, each before the privilege that includes it.',
    'PRIV-096':
      'On desktop sessions, what the privilege functions answer depends on the release and on the type of session.',
    'PRIV-097':
      "On a remote 4D, code may read the session's privileges and create a token, but changing privileges or restoring raises an error.",
    'PRIV-098':
      'setPrivileges() with only a userName names the web session; in force login mode it also counts as the login call.',
    'PRIV-099':
      'A browser whose session has timed out gets a guest session with an empty storage; a token restores privileges and storage while its session lives.',
    'PLAY-001':
      'A command runs only when its machine is there: a server running, a client connected, an application open.',
    'PLAY-002': 'A request gets an answer only when the web server it is sent to is running.',
    'PLAY-003': 'A context exists only on the machines, and from the release, where the product has it.',
    'PLAY-004': 'A setting that 4D reads at start takes effect only after a restart.',
    'PLAY-005': 'A client connects only when the server has a free 4D Client licence.',
    'PLAY-006': 'Calling a property or function on Null is an error.',
    'PLAY-007': 'A property or function does not exist before the release that brought it.',
    'PLAY-008': 'A method must exist before it can run.',
  },
} as const
