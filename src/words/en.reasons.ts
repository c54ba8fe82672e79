import { en } from './en'

/** What the first picture does not wait for, in English: what the tables ask and say, their facts, the rules in sentences, the later panels. */
export const reasons = {
  /** The stories that ship with the page. */
  gallery: {
    'shared-session': en.first,
    'action-session': {
      title: 'One URL, three answers',
      question: 'Why does /4DACTION/action_Session answer three different texts?',
    },
    'token-on-client': {
      title: 'Wrong turn: the token is made on the client',
      question: 'Why is Session Null when the form wants to create the token?',
    },
    'token-twice': {
      title: 'Wrong turn: the link is opened twice',
      question: 'Why does the second window see a guest?',
    },
    'token-late': {
      title: 'Wrong turn: ten seconds too late',
      question: 'Why does the page open as a guest after 10 seconds?',
    },
    'client-left': {
      title: 'Wrong turn: the client has left',
      question: 'Why does a fresh token open nothing once Ana has gone?',
    },
    'privileges-late': {
      title: 'Wrong turn: privileges come too late',
      question: 'Why is People refused although the token was good?',
    },
    'scalable-off': {
      title: 'Wrong turn: scalable sessions are off',
      question: 'Why does a good token open nothing on this web server?',
    },
    'cookie-before': {
      title: 'Wrong turn: the browser already has a cookie',
      question: 'Which wins: the cookie of an earlier visit, or the token?',
    },
    'two-storages': {
      title: 'Two storages, one session',
      question: 'Which value does the web page read: the one of the client or of the server?',
    },
    standalone: {
      title: 'Single-user 4D shares its session',
      question: 'What does a Web area see in single-user 4D?',
    },
    'force-login': {
      title: 'Force login: knock first',
      question: 'When does a web user begin to cost a licence?',
    },
    'thousand-clients': {
      title: 'A thousand clients',
      question: 'Does one shared session still stand out among a thousand?',
    },
  },

  /** What each page is for, in the list of pages. */
  pages: {
    play: 'Tell a server, clients and browsers what to do, and see why it came out so.',
    rules: 'Every documented rule, with its source and a story that proves it.',
    where: 'Choose a place in your project: machine, process, and what Session is there.',
    upgrade: 'Every rule and answer that differs between two releases.',
    break: 'Let the playground search for a story that breaks a promise.',
    licences: 'How many client licences a day of your users takes.',
  },

  /** The decision tables: a title, a sentence for every node, and for every refusal what would change it. */
  flows: {
    resolveSession: {
      title: 'What does Session return here?',
      nodes: {
        standaloneListed: 'Does the manual of this release list this place?',
        standaloneAssumed: 'The manual does not list this place; assumed: Session returns the standalone session.',
        forWeb: 'Does this code run for a web request?',
        remoteUser: 'Does this code run for a remote user?',
        onClient: 'Does it run on the client?',
        clientObject: 'Is this release 21 R3 or later?',
        clientListed: 'Does the manual list this place on the client?',
        serverListed: 'Does the manual list this place for remote user sessions?',
        localInTwin: 'Is it a local function, called by code already there?',
        singleUser: 'Does it run in a single-user application?',
        standaloneObject: 'Is this release 20 R8 or later?',
        forNobody: 'Does the manual leave this place without a session?',
        storedListed: 'Does the manual list this place for stored procedures?',
        localInProcedure: 'Is it a local function, called by code already there?',
        forRequest: 'A web request comes first: Session returns what its web server has for it.',
        clientSession: "Session returns the client-side object of {owner}'s remote user session.",
        clientAssumed:
          "Assumed: Session returns the client-side object of {owner}'s remote user session; the manual does not list this place.",
        clientNull: 'Session returns Null: in 4D {release}, it always does on a remote 4D.',
        remoteSession: "Session returns {owner}'s remote user session: the server runs this code for {owner}.",
        remoteLocal:
          "Session returns {owner}'s remote user session: called on the server, a local function runs there too.",
        remoteAssumed:
          "Assumed: Session returns {owner}'s remote user session; the manual of 4D {release} does not list this place.",
        standaloneSession: 'Session returns the standalone session, the same in every process that is not web.',
        standaloneNull: 'Session returns Null: 4D {release} has no standalone session.',
        storedSession: 'Session returns the stored procedures session, which every stored procedure shares.',
        storedLocal: 'Session returns the stored procedures session: a local function runs where its caller runs.',
        storedAssumed:
          'Assumed: Session returns the stored procedures session; the manual of 4D {release} does not list this place.',
        nobody: 'Session returns Null (assumed): the manual names no session for this place.',
        desktopObject: 'Is this release 20 R5 or later?',
        desktopNull: 'Session returns Null: in 4D {release}, only code for a web request has a session.',
        clientReally: 'Is the sample that says Null there out of date?',
        clientStillNull: 'Session returns Null: the comments of the samples say so of a remote 4D.',
        clientAsListed: 'Is a place that no manual lists answered as its neighbours are?',
        remoteAsListed: 'Is a place that no manual lists answered as its neighbours are?',
        standaloneAsListed: 'Is a place that no manual lists answered as its neighbours are?',
        storedAsListed: 'Is a place that no manual lists answered as its neighbours are?',
        notListed: 'Session returns Null (assumed): the manual of 4D {release} does not list this place.',
        orda: 'Is it an ORDA function or event?',
        ordaListed: 'Do ORDA functions count as remote code before the manual says so?',
        sqlStored: 'Does SQL code have the stored procedures session?',
        started: 'Was it started by code that is no stored procedure?',
        startedAsStored: 'Does a new process belong to the stored procedures session?',
        starterAssumed:
          "Assumed: Session returns {owner}'s remote user session, that of the code which started the process.",
      },
      cures: {
        clientNull: 'Call it in code that runs on the server, or use 21 R3 or later.',
        standaloneNull: 'Use 20 R8 or later, or call Session in code that runs for a web request.',
        nobody: 'Call Session in a place the manual lists, such as On Server Open Connection.',
        desktopNull: 'Use 20 R5 or later, or call Session in code that runs for a web request.',
        clientStillNull: 'Call it in code that runs on the server.',
        notListed: 'Call Session in a place the manual lists.',
      },
    },

    resolveWebSession: {
      title: 'What does Session return in a web request?',
      nodes: {
        scalable: 'Are scalable sessions enabled?',
        rest: 'Is it a REST request?',
        restAlways: 'Is this release 21 R4 or later?',
        ofRemote4D: 'Is it the web server of a remote 4D?',
        webListed: 'Does the manual list this place for web sessions?',
        component: 'Does the code belong to a component?',
        local: 'Is it a local function, called by code already there?',
        webSession: 'Session returns the session attached to this web request.',
        webComponent: 'Session returns the session attached to this web request, also to component code.',
        webLocal: 'Session returns the session of this web request: a local function runs where its caller runs.',
        webAssumed:
          'Assumed: Session returns the session of the web request; the manual of 4D {release} does not list this place.',
        ofItsMachine: 'Assumed: on the web server of a remote 4D, Session returns the web session of that machine.',
        restSession: 'Session returns the REST session: from 21 R4, a REST request always has one.',
        webNull: 'Session returns Null: scalable sessions are disabled, and the request is not REST.',
        restNull:
          'Session returns Null: scalable sessions are disabled, and 4D {release} gives REST requests no other session.',
        ofServer: 'Is it the web server of a 4D Server?',
        webFirst: 'Does the web request come before the remote 4D?',
        remoteScalable: 'Are scalable sessions enabled?',
        clientHas: 'Is this release 21 R3 or later?',
        asClient: 'Assumed: on the web server of a remote 4D, Session returns the client-side object.',
        asClientNull: 'Session returns Null (assumed): on a remote 4D {release}, it does so in web code too.',
        standaloneFirst: 'Does all code of the application see the standalone session?',
        standalone: 'Session returns the standalone session, in web code too.',
        trigger: 'Is it a trigger fired by the request?',
        triggerAsStored: 'Does such a trigger have the stored procedures session?',
        asListed: 'Is a place that no manual lists answered as its neighbours are?',
        storedTrigger: 'Assumed: in a trigger of a web request, Session returns the stored procedures session.',
        notListed: 'Session returns Null (assumed): the manual of 4D {release} does not list this place.',
      },
      cures: {
        webNull: 'Enable scalable sessions.',
        restNull: 'Enable scalable sessions, or use 21 R4 or later.',
        asClientNull: 'Use 21 R3 or later, or send the request to the server.',
        notListed: 'Call Session in a place the manual lists.',
      },
    },

    presentToken: {
      title: 'Does the web server read the token in $4DSID?',
      nodes: {
        readsTokens: 'Is this release 20 R9 or later?',
        scalable: 'Are scalable sessions enabled?',
        host: 'Is it the web server of the host database?',
        named: 'Does the manual name this kind of URL for $4DSID?',
        read: 'The web server reads $4DSID and checks the token.',
        readAnyway: 'Assumed: the web server reads $4DSID; the manual does not name this kind of URL for it.',
        tooEarly: 'Ignored: 4D {release} does not know $4DSID.',
        notScalable: 'Not redeemed: a token needs scalable sessions, and they are disabled.',
        component: 'Not redeemed: it is assumed that a component web server reopens no session of the host.',
      },
      cures: {
        tooEarly: 'Use 20 R9 or later; to share a desktop session, 21 or later.',
        notScalable: 'Enable scalable sessions.',
        component: 'Send the request with the token to the web server of the host database.',
      },
    },

    checkToken: {
      title: 'Does this token open its session?',
      nodes: {
        ofHost: 'Was the token made by a session of the host database?',
        ofComponent: 'Not restored: token {token} was made by a session of a component web server.',
        known: 'Is the token known?',
        unused: 'Is this its first use?',
        inTime: 'Is it still within its lifespan?',
        sessionAlive: 'Is the session that created it still alive?',
        restored: 'Restored: token {token} opens {opens}, the session that created it.',
        unknown: 'Not restored: token {token} is unknown.',
        used: 'Not restored: token {token} has already been used, and a token can be used once.',
        expired: 'Not restored: token {token} has expired, its lifespan is over.',
        orphaned: 'Not restored: the session that created token {token} has closed.',
        newest: 'Is it the newest token of its session, or may several live?',
        bound: 'May a token be presented from anywhere?',
        ends: 'Does the session end when nobody uses it?',
        extends: 'Does redeeming count as a use of the session?',
        restoredMoved: 'Restored: token {token} opens {opens}, the session that created it, and moves its end.',
        restoredStill: 'Restored: token {token} opens {opens}; it is assumed that this does not move its end.',
        replaced: 'Not restored (assumed): the session of token {token} has created a newer one since.',
        elsewhere: 'Not restored (assumed): token {token} is bound to where its session is.',
      },
      cures: {
        ofComponent: 'Create the token in a session of the host database.',
        unknown: 'Use a token that createOTP() has returned, whole and unchanged.',
        used: 'Create a new token with createOTP() for each use.',
        expired: 'Use the token within its lifespan, or create it with a longer one (on desktop sessions from 21 R3).',
        orphaned: 'Use the token while the session that created it is alive.',
        replaced: 'Use the newest token of the session.',
        elsewhere: 'Present the token from the machine or browser of its session.',
      },
    },

    findSession: {
      title: 'Which session does this web request get?',
      nodes: {
        scalable: 'Are scalable sessions enabled?',
        tokenOpened: 'Did a valid $4DSID open a session?',
        cookieHeld: 'Does the browser hold the session cookie of this application?',
        cookieSent: 'Does the browser send it with this request?',
        cookieMatches: 'Does the cookie match a living session?',
        tokenFailed: 'Did the request bring a $4DSID that opened nothing?',
        tokenFailedHere: 'Did the request bring a $4DSID that opened nothing?',
        restHeld: 'Does the browser send a cookie that matches a living session?',
        restReused:
          'Assumed: without scalable sessions too, a REST request reuses the session that matches its cookie.',
        restNew: 'The REST request needs a new session: from 21 R4, it always has one.',
        none: 'No session: scalable sessions are disabled, and 4D {release} gives this request no other one.',
        tokenSession: 'The request runs in the session that created the token; $4DSID wins over any cookie.',
        reused: 'The web server reuses the session that matches the cookie {cookieName}.',
        unchanged: 'The request stays in its current session: the cookie is valid, $4DSID restores nothing.',
        new: 'The request needs a new Guest session: the browser holds no session cookie.',
        guestInstead:
          'The request needs a new Guest session: $4DSID restores nothing, and the browser holds no session cookie.',
        withheld: 'The request needs a new Guest session: the browser does not send its cookie here.',
        inScope: 'Do the domain and the path of the cookie fit?',
        outside: 'The request needs a new Guest session: the domain or path of the cookie does not fit.',
        moved: 'Does the request come from another IP address?',
        reusedElsewhere: 'The web server reuses the session of the cookie: scalable sessions check no IP address.',
        closed: 'The request needs a new Guest session: the session of the cookie has closed.',
        restAlways: 'Is it a REST request?',
        restAlwaysHas: 'Does this release give every REST request a session?',
        ofDesktop: 'Is it a desktop session, shared by a token?',
        stillShared: 'Is it shared as long as its connection lasts?',
        sharingOver:
          'The request needs a new Guest session (assumed): the desktop session was not used from here for too long.',
        keepsCookie: 'Does a token that failed leave the cookie its session?',
        guestAnyway:
          'The request needs a new Guest session: $4DSID restores nothing, and the cookie does not count then.',
      },
      cures: {
        none: 'Enable scalable sessions, or send a REST request in 21 R4 or later.',
      },
    },

    takeLicence: {
      title: 'Does the session take a 4D Client licence?',
      nodes: {
        redeemed: 'Has a token just led to this session?',
        shared: 'No licence is taken: redeeming a token shares the session as it is.',
        singleUser: 'Is it a single-user application?',
        opens: 'Does a REST request open a new session?',
        underThree: 'Are fewer than three REST sessions open?',
        holds: 'Does the session already hold a licence?',
        forced: 'Is force login mode on?',
        calls: 'Is setPrivileges() called now, or was it before this REST request?',
        rest: 'Is it a REST request?',
        free: 'Is a 4D Client licence free?',
        notCounted: 'No licence: in single-user, only a new REST session counts, among three.',
        notRest: 'Assumed: the session takes no licence, because the request is not REST.',
        test: 'No licence: in single-user, the REST session opens as one of three for tests.',
        tooMany: 'Refused: in single-user, three REST sessions are already open.',
        kept: 'The session keeps the licence it already holds.',
        guest: 'No licence: in force login mode, a session takes one when setPrivileges() is called.',
        taken: 'The session takes a 4D Client licence; before it, {used} of {total} were taken.',
        exhausted: 'Refused (assumed): no 4D Client licence is free, {used} of {total} are in use.',
        saysThree: 'Does the manual of this release limit REST sessions in single-user?',
        unlimited: 'No licence (assumed): the manual of this release names no limit in single-user.',
        countsGuests: 'Does opening a REST session take a licence even now?',
        countsOthers: 'Does a web session that is not REST take a licence?',
      },
      cures: {
        tooMany: 'Wait until one of the three REST sessions has closed, or use 4D Server.',
        exhausted:
          'Release a licence: close a session, log out of a Qodly page or disconnect a client. Or raise the number of licences.',
      },
    },

    passGate: {
      title: 'Does force login let this request pass?',
      nodes: {
        scalable: 'Are scalable sessions on?',
        notScalable: 'Assumed: without scalable sessions there is no login to wait for, so the request passes.',
        page: 'Is it the Qodly page itself, not its data?',
        pageServed: 'Assumed: the page itself is served before the login; its data requests are not.',
        forced: 'Is force login mode on?',
        rest: 'Is it a REST request?',
        notRest: 'The request passes; assumed: force login concerns REST requests only.',
        authentify: 'Does it call ds.authentify()?',
        descriptive: 'Is it a descriptive request?',
        called: 'Has setPrivileges() been called in this session?',
        notForced: 'The request passes: force login mode is off.',
        authentifyServed: 'The request passes: a guest can always run ds.authentify().',
        served: 'The request passes: the server always serves descriptive requests.',
        loggedIn: 'The request passes: setPrivileges() has been called in this session.',
        refused: 'Refused: in force login mode, setPrivileges() must be called in this session first.',
      },
      cures: {
        refused: 'Call ds.authentify() first and call setPrivileges() in it, or set forceLogin to false in roles.json.',
      },
    },

    exposure: {
      title: 'Does REST see what the address names?',
      nodes: {
        classExposed: 'Is the dataclass exposed?',
        partsExposed: 'Are the attributes and functions named exposed?',
        seen: 'REST sees it; privileges are asked next.',
        classHidden: 'Not found: {resource} is not exposed, whatever privileges are held.',
        partHidden: 'Not found: {hiddenParts} of {resource} is not exposed, whatever privileges are held.',
      },
      cures: {
        classHidden: 'Expose the dataclass {resource} to REST.',
        partHidden: 'Expose {hiddenParts} of {resource} to REST.',
      },
    },

    readCatalog: {
      title: 'Which dataclasses does $catalog show?',
      nodes: {
        describeIgnored: 'Is this release 20 R7 or later?',
        allDescribed: 'May this session describe every exposed dataclass?',
        notControlled: '$catalog shows every exposed dataclass: from 20 R7, no privilege controls it.',
        all: '$catalog shows every exposed dataclass: describe hides none from this session.',
        some: '$catalog does not show {notShown}: describe is not held for it.',
      },
      cures: { some: 'Hold a privilege listed for describe, or use 20 R7 or later.' },
    },

    refuseAccess: {
      title: 'What does the REST server answer to a refused access?',
      nodes: {
        isDataclass: 'Was a dataclass refused?',
        isRead: 'Was reading refused?',
        ofSingleton: 'Was a singleton function refused?',
        numbered: 'HTTP 401 with error 1557: no permission to read for the {resource} dataclass.',
        dataclass: 'HTTP 401 with a text like that for read (assumed), and no number: none is shown for {action}.',
        singleton: 'HTTP 401 with a text that names the function and its singleton class.',
        silent: 'HTTP 401; the manual shows no text for {action} on {resource}.',
      },
    },

    makeEntitySet: {
      title: 'May the request keep one more entity set?',
      nodes: {
        quotas: 'Is this release 21 R4 or later?',
        limited: 'Does the session limit nbEntitySets?',
        room: 'Are fewer sets in memory than nbEntitySets?',
        tooLong: 'Is the timeout above maxEntitySetTimeout?',
        madeFreely: 'Kept for {timeout} seconds without use: 4D {release} knows no quota.',
        made: 'Kept in memory for {timeout} seconds without use.',
        shortened: 'Kept for {timeout} seconds: the maximum of the session, not the longer timeout asked for.',
        full: 'Refused with 429: {entitySets} sets are in memory, and nbEntitySets is {nbEntitySets}.',
      },
      cures: { full: 'Release an entity set, wait for its timeout, or raise Session.quotas.nbEntitySets.' },
    },

    useEntitySet: {
      title: 'Is this entity set in memory?',
      nodes: {
        known: 'Does the server know it?',
        inTime: 'Was it used within its timeout?',
        releases: 'Does the request release it?',
        used: '{entitySet} is in memory; its timeout begins anew.',
        released: '{entitySet} is released: there is room for another one.',
        unknown: 'Not found (assumed): no entity set {entitySet} is in memory.',
        timedOut: 'Not found (assumed): {entitySet} was not used within its timeout.',
      },
      cures: {
        unknown: 'Make it with $method=entityset first.',
        timedOut: 'Use it within its timeout, or ask for a longer $timeout.',
      },
    },

    useHandler: {
      title: 'Does an HTTP request handler answer this URL?',
      nodes: {
        exists: 'Is this release 20 R8 or later?',
        scalable: 'Are scalable sessions enabled?',
        ofHost: 'Is it the web server of the host database?',
        handled: 'A handler answers {path}: a function of a shared singleton.',
        tooEarly: 'No handler answers: 4D {release} does not know HTTP request handlers.',
        notScalable: 'No handler answers {path}: handlers need scalable sessions.',
        onComponent: 'No handler answers {path}: component web servers ignore handlers.',
      },
    },

    findLegacySession: {
      title: 'Which legacy session runs this request?',
      nodes: {
        cookieHeld: 'Does the browser hold the cookie 4DSID?',
        alive: 'Is its legacy session within both timeouts?',
        checked: 'Does the web server validate IP addresses?',
        sameAddress: 'Does the request come from the same IP address?',
        room: 'Are there fewer legacy sessions than maxSessions?',
        reused: 'The request runs in the process of its legacy session, with the variables kept there.',
        unchecked:
          'The request runs in its legacy session; sessionIPAddressValidation is off, so no address is checked.',
        rejected: 'A new legacy session opens (assumed): the cookie is rejected, because the IP address differs.',
        opened: 'A new legacy session opens: a process with its variables, but no Session object.',
        oldestClosed: 'A new legacy session opens; the oldest one closes, since there were {legacySessions} already.',
      },
    },

    closeLegacySession: {
      title: 'Does WEB LEGACY CLOSE SESSION close a session?',
      nodes: {
        forWeb: 'Does the code run for a web request?',
        scalable: 'Are scalable sessions enabled?',
        legacy: 'Does a legacy session run this code?',
        ignored: 'Ignored: with scalable sessions, the command does nothing.',
        closed: 'Closed: the legacy session and its variables are gone.',
        nothingThere: 'Ignored (assumed): there is no legacy session here to close.',
        notWeb: 'Ignored (assumed): outside a web request there is no session to close.',
      },
      cures: {
        ignored: 'Let the session expire, or use the logout of a Qodly page; nothing else closes it.',
        nothingThere: 'Call it in a request of a legacy session.',
        notWeb: 'Call it in a request of a legacy session.',
      },
    },

    variable: {
      title: 'What does this process variable hold?',
      nodes: {
        setHere: 'Has this code assigned it?',
        foundSet: 'Did the process have it when the code began?',
        legacy: 'Does a legacy session keep this process?',
        forWeb: 'Does the code run for a web request?',
        pooled: 'Are web processes given to later requests here?',
        own: 'It holds what this code assigned; no other process sees it.',
        ofLegacy: 'It holds what an earlier request of this legacy session assigned.',
        leftOver:
          'It holds what an earlier request left in the process, perhaps of another session; assumed: that process came next.',
        notAssigned: 'It is undefined: no code has assigned it in this process.',
        nothingLeft: 'It is undefined: no earlier request has left it in this process.',
        fresh: 'It is undefined: from 21, with scalable sessions, each request has a fresh process.',
      },
      cures: {
        leftOver: 'Clear process variables at the end of each request, or use Session.storage.',
        notAssigned: 'Assign it in this process first.',
        nothingLeft: 'Assign it in this request, or keep the value in Session.storage.',
        fresh: 'Keep what later requests need in Session.storage.',
      },
    },

    setVariable: {
      title: 'How long does this process variable live?',
      nodes: {
        forWeb: 'Does the code run for a web request?',
        pooled: 'Are web processes given to later requests here?',
        set: 'Assigned: {variable} lives as long as its process.',
        setStays: 'Assigned: {variable} stays in the process, which later requests use again.',
        setGoes: 'Assigned: {variable} goes with the process when this request ends.',
      },
    },

    freeProcess: {
      title: 'Is a web process free for this request?',
      nodes: {
        room: 'Do fewer requests run than maxConcurrentProcesses minus one?',
        free: 'A process is free: {concurrent} run, of {maxConcurrentProcesses} minus one.',
        busy: 'Refused with 503: {concurrent} requests run, and the maximum is {maxConcurrentProcesses} minus one.',
      },
      cures: { busy: 'Let a running request finish, or raise maxConcurrentProcesses.' },
    },

    runTogether: {
      title: 'Does it share its session with a running request?',
      nodes: {
        inSession: 'Does the request run in a session?',
        same: 'Does another request of this session still run?',
        together: 'It runs at the same time, in a process of its own; both share the storage of the session.',
        apart: 'It shares its session with no running request.',
        noSession: 'It has no session to share.',
      },
    },

    finishRequest: {
      title: 'Does this request come to its end?',
      nodes: {
        running: 'Does a request run in this process?',
        hadSession: 'Did it run in a session?',
        alive: 'Is that session still alive?',
        finished: 'The request in {process} ends, and its reply arrives.',
        finishedAlone: 'The request in {process} ends without a session, and its reply arrives.',
        closed: 'The request in {process} ends; assumed: its session has closed meanwhile, so Session is Null.',
        unknown: 'Nothing to finish: no request runs in {process}.',
      },
      cures: {
        closed: 'Send a request in the session before its timeout.',
        unknown: 'Send a request that stays first.',
      },
    },

    webAuthentication: {
      title: 'Does 4D call On Web Authentication?',
      nodes: {
        rest: 'Is it a REST request?',
        handled: 'Does an HTTP request handler answer it?',
        staticPage: 'Is it a static page that exists?',
        written: 'Does On Web Authentication exist?',
        basic: 'Is the authentication mode Basic?',
        notForRest: 'Not called: the REST server does its own authentication.',
        notForHandlers: 'Not called: it is never called for HTTP request handlers.',
        notForPages: 'Not called: a static page is served without it.',
        called: '4D calls On Web Authentication, because this request runs code.',
        acceptedWithout: 'Accepted: the method does not exist, and the mode is custom.',
        refusedWithout: 'Refused: the mode is Basic, and On Web Authentication does not exist.',
      },
      cures: { refusedWithout: 'Write On Web Authentication, or choose the custom mode.' },
    },

    acceptConnection: {
      title: 'Does On Web Authentication accept the connection?',
      nodes: {
        failed: 'Did the method end in an error?',
        answered: 'Did it return a value?',
        accepts: 'Did it return True?',
        accepted: 'Accepted: On Web Authentication returned True.',
        acceptedSilently: 'Accepted: On Web Authentication returned nothing, which counts as True.',
        refused: 'Refused: On Web Authentication returned False.',
        refusedByError: 'Refused: On Web Authentication ended in an error.',
      },
      cures: {
        refused: 'Let On Web Authentication return True for this request.',
        refusedByError: 'Correct the error in On Web Authentication.',
      },
    },

    webConnection: {
      title: 'Does 4D call On Web Connection?',
      nodes: {
        cgi: 'Does the URL begin with /4DCGI?',
        staticPage: 'Is it a static page that exists?',
        calledForCgi: '4D calls On Web Connection: {path} begins with /4DCGI.',
        served: 'Not called: the page {path} exists and is served.',
        called: '4D calls On Web Connection: no page answers {path}.',
      },
    },

    control: {
      title: 'Do privileges control this access?',
      nodes: {
        forWeb: 'Does the code run for a web request?',
        scalable: 'Are scalable sessions enabled?',
        fileThere: 'Is there a roles.json?',
        fileRead: 'Is roles.json free of errors?',
        describe: 'Is the action describe, in 20 R7 or later?',
        applicable: 'Does the action apply to this kind of resource?',
        ignored: 'Does 4D ignore the action on this alias or computed attribute?',
        webAdmin: 'Is WebAdmin held?',
        desktop: 'Allowed: privileges control only web code, and this code runs for no web request.',
        notScalable: 'Allowed: privileges control web code only while scalable sessions are enabled.',
        noFile: 'Allowed: without a roles.json, 4D restricts nothing.',
        faultyFile: 'Allowed: roles.json has an error, so 4D restricts nothing and writes Roles_Errors.json.',
        notDescribed: 'Allowed: from 20 R7, 4D ignores describe, and privileges do not control $catalog.',
        notApplicable: 'Not decided: {action} has no meaning for {resource}.',
        notLooked: 'Allowed: 4D ignores permissions to {action} on the attribute {resource}.',
        administrator: 'Allowed (assumed): WebAdmin is held; the sources disagree about specific permissions.',
        controlled: 'Controlled: roles.json decides about {action} on {resource}.',
        hasPermissions: 'Is this release 19 R8 or later?',
        noPermissions: 'Allowed: 4D {release} has no permissions; roles.json came with 19 R8.',
      },
    },

    dataclassAccess: {
      title: 'Does the dataclass, or else the datastore, allow this action?',
      nodes: {
        ownList: 'Does the dataclass have a permission for this action?',
        ownHeld: "Is a privilege of the dataclass's list held?",
        dsList: 'Does the datastore (ds) have a permission for this action?',
        dsHeld: "Is a privilege of the datastore's list held?",
        restricted: 'Is restrictedByDefault true, in 21 or later?',
        allowedOwn: 'Allowed: {owner} lists {ownList} for {action}, and {by} is held.',
        deniedOwn: 'Denied: {owner} lists {ownList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedDs: 'Allowed: the datastore lists {dsList} for {action}, and {by} is held.',
        deniedDs: 'Denied: the datastore lists {dsList} for {action}; granted: {grantedList}; in effect: {held}.',
        deniedDefault: 'Denied: no permission for {action} reaches {owner}, and restrictedByDefault is true.',
        open: 'Allowed: no permission for {action} reaches {owner}, and the default does not restrict.',
      },
      cures: {
        deniedOwn:
          'Before the request, call setPrivileges() in the session that answers, with one of: {ownList}. For a desktop session, call it on the server. If a Guest answered, open the page with a new token.',
        deniedDs:
          'Before the request, call setPrivileges() in the session that answers, with one of: {dsList}. If a Guest answered, open the page with a new token.',
        deniedDefault:
          'Add a permission for {action} on {owner} or on ds to roles.json, and hold one of its privileges.',
      },
    },

    attributeAccess: {
      title: 'Does the attribute allow this action as well?',
      nodes: {
        attributeList: 'Does the attribute have a permission for this action?',
        attributeHeld: "Is a privilege of the attribute's list held?",
        createsNull: 'Is it created with Null, the default value?',
        dropsNull: 'Is the value to delete Null?',
        leftNull: 'Allowed: {resource} is created as Null, and only another value needs its permission.',
        nothingToDrop: 'Allowed: {resource} is Null, and only another value needs its permission to be deleted.',
        asDataclass: 'Allowed: {resource} has no permission of its own for {action} and follows {owner}.',
        allowed: 'Allowed: {resource} lists {attributeList} for {action}, and one of them is held.',
        denied: 'Denied: {resource} lists {attributeList} for {action}; granted: {grantedList}; in effect: {held}.',
      },
      cures: {
        denied:
          'Before the request, call setPrivileges() with a listed privilege ({attributeList}), besides what {owner} requires.',
      },
    },

    functionAccess: {
      title: 'May this session use the function?',
      nodes: {
        ownList: 'Does the function have a permission for this action?',
        ownHeld: "Is a privilege of the function's list held?",
        ofDatastore: 'Is it a function of the datastore (ds)?',
        dsOwnList: 'Does the datastore have a permission for this action?',
        dsOwnHeld: "Is a privilege of the datastore's list held?",
        classList: 'Does its dataclass have a permission for this action?',
        classHeld: "Is a privilege of the dataclass's list held?",
        dsList: 'Does the datastore (ds) have a permission for this action?',
        dsHeld: "Is a privilege of the datastore's list held?",
        restricted: 'Is restrictedByDefault true, in 21 or later?',
        allowedOwn: 'Allowed: {resource} lists {ownList} for {action}, and {by} is held.',
        deniedOwn: 'Denied: {resource} lists {ownList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedDsOwn: 'Allowed: {resource} follows ds, which lists {dsList} for {action}, and {by} is held.',
        deniedDsOwn:
          'Denied: {resource} follows ds, which lists {dsList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedClass: 'Allowed: {resource} follows {owner}, which lists {classList} for {action}, and {by} is held.',
        deniedClass:
          'Denied: {resource} follows {owner}, which lists {classList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedDs: 'Allowed: {resource} follows ds, which lists {dsList} for {action}, and {by} is held.',
        deniedDs:
          'Denied: {resource} follows ds, which lists {dsList} for {action}; granted: {grantedList}; in effect: {held}.',
        deniedDefault: 'Denied: no permission for {action} reaches {resource}, and restrictedByDefault is true.',
        open: 'Allowed: no permission for {action} reaches {resource}, and the default does not restrict.',
      },
      cures: {
        deniedOwn:
          'Before the request, call setPrivileges() with a listed privilege ({ownList}), or list a held one for {action}.',
        deniedDsOwn:
          'Before the request, call setPrivileges() with a listed privilege ({dsList}), or give {resource} its own permission.',
        deniedClass:
          'Before the request, call setPrivileges() with a listed privilege ({classList}), or give {resource} its own permission.',
        deniedDs:
          'Before the request, call setPrivileges() with a listed privilege ({dsList}), or give {resource} its own permission.',
        deniedDefault: 'Add a permission for {action} on {resource} to roles.json, and hold one of its privileges.',
      },
    },

    singletonAccess: {
      title: 'May this session use the singleton function?',
      nodes: {
        ownList: 'Does the resource itself have a permission for this action?',
        ownHeld: 'Is a privilege of its own list held?',
        classList: 'Does its singleton have a permission for this action?',
        classHeld: "Is a privilege of the singleton's list held?",
        dsList: 'Does the datastore (ds) have a permission for this action?',
        dsHeld: "Is a privilege of the datastore's list held?",
        restricted: 'Is restrictedByDefault true, in 21 or later?',
        allowed: 'Allowed: {resource} lists {ownList} for {action}, and {by} is held.',
        denied: 'Denied: {resource} lists {ownList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedClass: 'Allowed: {resource} follows {owner}, which lists {classList} for {action}, and {by} is held.',
        deniedClass:
          'Denied: {resource} follows {owner}, which lists {classList} for {action}; granted: {grantedList}; in effect: {held}.',
        allowedDs: 'Allowed: {resource} follows ds, which lists {dsList} for {action}, and {by} is held.',
        deniedDs:
          'Denied: {resource} follows ds, which lists {dsList} for {action}; granted: {grantedList}; in effect: {held}.',
        deniedDefault: 'Denied: no permission for {action} reaches {resource}, and restrictedByDefault is true.',
        open: 'Allowed: no permission for {action} reaches {resource}, and the default does not restrict.',
      },
      cures: {
        denied:
          'Before the request, call setPrivileges() with a listed privilege ({ownList}), or list a held one for {action}.',
        deniedClass:
          'Before the request, call setPrivileges() with a listed privilege ({classList}), or give {resource} its own permission.',
        deniedDs:
          'Before the request, call setPrivileges() with a listed privilege ({dsList}), or give {resource} its own permission.',
        deniedDefault: 'Add a permission for {action} on {resource} to roles.json, and hold one of its privileges.',
      },
    },

    readToo: {
      title: 'Is read allowed as well?',
      nodes: {
        needed: 'Does the action require read as well?',
        notNeeded: 'create does not require read.',
        readable: 'Is read allowed on the same resource?',
        allowed: 'Allowed: {action} also requires read, and read is allowed on {resource}.',
        denied: 'Denied: {action} on {resource} also requires read, and read is denied.',
      },
      cures: {
        denied: 'Hold a privilege that is listed for read on {resource} too; {action} never brings it.',
      },
    },

    giveCookie: {
      title: 'Which session cookie does the reply set?',
      nodes: {
        made: 'Was the session opened for this request?',
        strict: 'Did it come from another site, with SameSite Strict?',
        https: 'Did the request come over HTTPS?',
        set: 'The reply sets the cookie {cookieName}, for the whole web server, to the new session.',
        setSecure: 'The reply sets the cookie {cookieName} with Secure: the browser sends it over HTTPS only.',
        setForSite:
          'The reply sets the cookie {cookieName}; the browser withholds it when it comes from elsewhere again.',
        restored:
          'The reply sets the cookie {cookieName} to the restored session; assumed, the one before stays alive.',
        tells: 'Is the browser told of the session that was restored?',
        notTold: 'No cookie comes with the reply (assumed): the browser is not told of the restored session.',
        inDomain: 'Does the domain of the cookie cover this host?',
        scoped: 'Does the cookie have a domain or a path?',
        setScoped: 'The reply sets the cookie {cookieName} with a domain or path, which restricts where it is sent.',
        foreign: 'The browser discards the cookie (assumed): its domain does not cover this host.',
      },
      cures: {
        foreign: 'Send the request to a host in the domain of the cookie, or change sessionCookieDomain.',
      },
    },

    promotion: {
      title: 'Does the promote permission of the function take effect?',
      nodes: {
        own: 'Does the function itself have a promote permission?',
        above: 'Nothing is promoted: promote on a dataclass or on ds has no effect.',
        describeCounts: 'Is it a data model function, in 20 R6 or earlier?',
        describeList: 'Does a permission for describe reach the function?',
        describeHeld: "Is a privilege of the describe permission's list held?",
        promoted: 'While {resource} runs, this process also holds {promotes}.',
        hidden:
          'Not promoted: in 4D {release}, {resource} also needs describe, and no privilege of {describeList} is held.',
      },
      cures: {
        hidden: 'List a held privilege for describe on {resource}, or use 20 R7 or later.',
      },
    },

    runHandler: {
      title: 'Does the handler need a permission to run?',
      nodes: {
        fileRead: 'Is a roles.json in force?',
        notAsked: 'The handler {method} runs; assumed: it needs no execute permission, the data it uses does.',
        free: 'The handler {method} runs: nothing is restricted.',
      },
    },

    entityShape: {
      title: 'Which attributes does the session receive?',
      nodes: {
        all: 'May the session read every attribute that is wanted?',
        askedByName: 'Were the attributes asked for by name?',
        whole: 'Whole: every attribute of {resource} is sent.',
        leftOut: 'Sent without {leftOut}: attributes one may not read are left out.',
        invalid: 'Invalid: {leftOut} was asked for by name and may not be read, so the entity has no values.',
      },
      cures: {
        invalid: 'Ask without these attributes, or set a privilege that may read them.',
      },
    },
    isGuest: {
      title: 'Does isGuest() answer True?',
      nodes: {
        web: 'Is it a web session?',
        byCall: 'Is this release 21 or later?',
        forced: 'Is force login mode on?',
        called: 'Has setPrivileges() been called, and no logout since?',
        holdsAnyNow: 'Does the session have privileges?',
        holdsAny: 'Does the session have privileges?',
        desktop: 'False: isGuest() always answers False on a desktop session.',
        known: 'False: setPrivileges() has been called in this session.',
        neverCalled: 'True: setPrivileges() has not been called in this session, or not since its logout.',
        holder: 'False: the session has privileges: {privileges}.',
        holdsNone: 'True: without force login, a web session that has no privileges is Guest.',
        keptKnown:
          'False: in force login mode, a session without privileges stays known once setPrivileges() was called.',
        guest: 'True: the session has no privileges.',
        preRelease: 'Does the pre-release text of 20 R5 count?',
        desktopGuest: 'True: the pre-release text of 20 R5 says so of every session that is not web.',
        loggedIn: 'In force login mode, has setPrivileges() been called?',
        kept: 'Does a session stay known when its privileges are cleared?',
        byPrivileges: 'Does holding privileges decide, rather than the call?',
        forWeb: 'Does a web request share this desktop session?',
        sharedAsWeb: 'Is it judged as a web session then?',
        desktopFalse: 'Does the pre-release text count in every release?',
        desktopTrue: 'True: the pre-release text says so of every session that is not web.',
        desktopShared: 'False (assumed): a shared desktop session stays a desktop session.',
      },
    },

    hasPrivilege: {
      title: 'Does hasPrivilege() answer True?',
      nodes: {
        web: 'Is it a web session?',
        real: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        granted: 'Does the session have the privilege, granted or included?',
        promoted: 'Is the privilege promoted in this process?',
        alwaysTrue: 'True: in 4D {release}, hasPrivilege() answers True for any name on a desktop session.',
        storedTrue: 'True (assumed): the manual does not confirm the answer on the stored procedures session.',
        yesGranted: 'True: the session has the privilege {privilege}.',
        yesPromoted: 'True: the privilege {privilege} is promoted in this process.',
        notGranted: 'False: the session does not have the privilege {privilege}.',
        preRelease: 'Does the pre-release text of 20 R5 count?',
        alwaysFalse: 'False: the pre-release text of 20 R5 says so of every session that is not web.',
        neverTrue: 'Does the pre-release text count in every release?',
        neverTrueSaid: 'False: the pre-release text says so of every session that is not web.',
        storedWorks: 'Do privileges work on the stored procedures session?',
        onClient: 'Is it the client-side object?',
        seesNow: 'Does the client see at once what the server sets?',
        notSeen: 'False (assumed): the client-side object keeps the privileges of the moment it connected.',
        sees: 'Does hasPrivilege() see promoted privileges in this release?',
        notSeenYet:
          'False: {privilege} is promoted in this process, and hasPrivilege() does not see that in 4D {release}.',
      },
    },

    getPrivileges: {
      title: 'What does getPrivileges() return?',
      nodes: {
        exists: 'Is this release 20 R6 or later?',
        web: 'Is it a web session?',
        real: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        list: 'getPrivileges() returns the privileges of the session, included ones too: {privileges}.',
        webAdmin: 'getPrivileges() returns ["WebAdmin"], as on every desktop session in 4D {release}.',
        storedWebAdmin:
          'getPrivileges() returns ["WebAdmin"] (assumed): the manual does not confirm it on the stored procedures session.',
        missing: 'Error: 4D {release} does not have getPrivileges().',
        storedWorks: 'Do privileges work on the stored procedures session?',
        onClient: 'Is it the client-side object?',
        seesNow: 'Does the client see at once what the server sets?',
        singleUser: 'Is it the standalone session?',
        early21: 'Does the early text of 21 count?',
        notSeen: 'Empty (assumed): the client-side object keeps the privileges of the moment it connected.',
      },
      cures: {
        missing: 'Use 20 R6 or later.',
        notSeen: 'Ask on the server.',
      },
    },

    setPrivileges: {
      title: 'Does setPrivileges() change the session?',
      nodes: {
        holdsSome: 'Does the session hold privileges already?',
        added: 'setPrivileges() answers True; assumed: {kept} is added to what it holds.',
        onClient: 'Is it the client-side object?',
        web: 'Is it a web session?',
        real: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        allKnown: 'Is every given name known to roles.json?',
        circle: 'Do these privileges include each other in a circle?',
        setCircle: 'True; assumed: privileges that include each other in a circle all bring the same.',
        set: 'True: setPrivileges() adds the given privileges to the session: {kept}.',
        setSome:
          'True: setPrivileges() ignores {ignored}, which roles.json does not declare; privileges added: {kept}.',
        inert: 'False: in 4D {release}, setPrivileges() has no effect on a desktop session.',
        storedInert: 'False (assumed): setPrivileges() has no effect on the stored procedures session.',
        clientError: 'Error: setPrivileges() is forbidden on the client-side object.',
        declares: 'Is this release 19 R8 or later?',
        freeNames:
          'True; assumed: before 19 R8, nothing declares privileges, so the session gets the names as they are: {kept}.',
        noRoles: 'Are no roles given?',
        freeSome: 'True; assumed: the session gets {kept} as names; roles came with 19 R8, so {ignored} is ignored.',
        adds: 'Does a second call add, rather than replace?',
        replaced: 'setPrivileges() answers True; assumed: {kept} replaces what it held.',
        storedWorks: 'Do privileges work on the stored procedures session?',
      },
      cures: {
        inert: 'Use 21 or later, or call it in a web session.',
        storedInert: 'Call it in a remote user, standalone or web session.',
        clientError: 'Call it in code that runs on the server, such as On Server Open Connection.',
      },
    },

    clearPrivileges: {
      title: 'Does clearPrivileges() clear the session?',
      nodes: {
        onClient: 'Is it the client-side object?',
        web: 'Is it a web session?',
        real: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        clearedGuest: 'True: clearPrivileges() removes all privileges, and the session becomes Guest.',
        clearedKept:
          'True: clearPrivileges() removes all privileges; in force login mode, that does not make the session Guest.',
        cleared: 'True: clearPrivileges() removes all privileges of the session, never promoted ones.',
        clearedDesktop: 'True: clearPrivileges() removes all privileges of the session.',
        inertTrue: 'True, without effect: in 4D {release}, clearPrivileges() changes nothing on a desktop session.',
        inertFalse: 'False: in 4D {release}, clearPrivileges() changes nothing on a desktop session.',
        storedInert:
          'True, without effect (assumed): clearPrivileges() changes nothing on the stored procedures session.',
        clientError: 'Error: clearPrivileges() is forbidden on the client-side object.',
        counted: 'Does it hold a licence since setPrivileges()?',
        keepsLicence: 'Does the session keep that licence?',
        byCall: 'Is this release 21 or later?',
        forced: 'Is force login mode on?',
        keepsNonGuest: 'Does a cleared session stay known in this release?',
        released: 'True: clearPrivileges() removes all privileges; assumed: the licence is free again.',
        storedWorks: 'Do privileges work on the stored procedures session?',
        answersTrue: 'Does it answer True, as from 20 R7 on?',
      },
      cures: {
        inertFalse: 'Use 21 or later, or call it in a web session.',
        clientError: 'Call it in code that runs on the server, such as On Server Open Connection.',
      },
    },

    promote: {
      title: 'Does promote() add the privilege to this process?',
      nodes: {
        exists: 'Is this release 20 R10 or later?',
        onClient: 'Is it the client-side object?',
        web: 'Is it a web session?',
        real: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        declared: 'Does roles.json declare the privilege?',
        already: 'Is it already promoted in this process?',
        promoted: 'Promoted: this process now has {privilege}, and promote() returns an id.',
        undeclared: 'promote() returns 0 and does nothing: roles.json does not declare {privilege}.',
        alreadyThere: 'promote() returns 0 and does nothing: {privilege} is already promoted in this process.',
        inert: 'promote() returns 0 (assumed): in 4D {release}, it does nothing on a desktop session.',
        storedInert: 'promote() returns 0 (assumed): the manual does not confirm it on the stored procedures session.',
        missing: 'Error: 4D {release} does not have promote().',
        clientError: 'Error: promote() is forbidden on the client-side object.',
        storedWorks: 'Do privileges work on the stored procedures session?',
        givesZero: 'Does promote() return 0 where it does nothing?',
        inertUndefined: 'promote() returns Undefined (assumed): in 4D {release}, it does nothing on a desktop session.',
      },
      cures: {
        undeclared: 'Declare {privilege} in roles.json, or promote a privilege that is declared there.',
        inert: 'Call it in code that runs for a web request, or use 21 or later.',
        storedInert: 'Call it in code that runs for a web request.',
        missing: 'Use 20 R10 or later, or write a promote permission for the function in roles.json.',
        clientError: 'Call it in code that runs for a web request.',
        inertUndefined: 'Call it in code that runs for a web request, or use 21 or later.',
      },
    },

    demote: {
      title: 'Does demote() remove a promotion?',
      nodes: {
        exists: 'Is this release 20 R10 or later?',
        onClient: 'Is it the client-side object?',
        known: 'Does a promotion with this id exist in this process?',
        demoted: 'Demoted: demote() removes promotion {id} from this process.',
        unknown: 'Nothing changes: this process has no promotion {id}.',
        missing: 'Error: 4D {release} does not have demote().',
        clientError: 'Error: demote() is forbidden on the client-side object.',
      },
      cures: {
        missing: 'Use 20 R10 or later.',
        clientError: 'Call it in the process that called promote(), in code that runs for a web request.',
      },
    },

    createOTP: {
      title: 'What does createOTP() return?',
      nodes: {
        exists: 'Is this release 20 R9 or later?',
        web: 'Is it a web session?',
        webAsked: 'Does the call give a lifespan?',
        desktopTokens: 'Is this release 21 or later?',
        stored: 'Is it the stored procedures session?',
        desktopAsked: 'Does the call give a lifespan?',
        asked: 'createOTP() returns a token with the given lifespan: {asked} seconds.',
        idle: 'createOTP() returns a token that lives as long as the idleTimeout: {idleTimeout} minutes.',
        desktopAskedFor: 'createOTP() returns a token with the given lifespan: {asked} seconds.',
        ignored:
          'createOTP() returns a token that lives 10 seconds: 4D {release} ignores the lifespan on desktop sessions.',
        ten: 'createOTP() returns a token that lives 10 seconds, the default on desktop sessions.',
        empty: 'createOTP() returns an empty text: in 4D {release}, a desktop session creates no token.',
        storedEmpty:
          'createOTP() returns an empty text (assumed): the manual does not confirm tokens of the stored procedures session.',
        missing: 'Error: 4D {release} does not have createOTP().',
        scalable: 'Are scalable sessions on?',
        withoutScalable: 'Is a token created although nobody can redeem it?',
        emptyOff: 'createOTP() returns an empty text (assumed): without scalable sessions there is no token.',
        underTen: 'Is the lifespan below 10 seconds?',
        floor: 'Does this release raise it to 10?',
        raised: 'createOTP() returns a token that lives 10 seconds: a lower lifespan is raised to 10.',
        storedWorks: 'Do tokens work on the stored procedures session?',
        supported: 'Does this desktop session create tokens in this release?',
        unsupported: 'createOTP() returns an empty text: by this reading, 4D {release} has no token for this session.',
        asIdle: 'Is the default the idleTimeout, as on the web?',
        honours: 'Does this release honour it on desktop sessions?',
        desktopIdle: 'createOTP() returns a token that lives as long as the idleTimeout: {idleTimeout} minutes.',
      },
      cures: {
        empty: 'Call it in a web session, or use 21 or later.',
        storedEmpty: 'Call it in a remote user, standalone or web session.',
        missing: 'Use 20 R9 or later; on desktop sessions, 21 or later.',
        emptyOff: 'Turn scalable sessions on.',
        unsupported: 'Call it in a web session, or choose the recommended reading.',
      },
    },

    restore: {
      title: 'Does restore() look at the token?',
      nodes: {
        ofHost: 'Does the web server of the host database answer?',
        onComponent: 'restore() answers False: it is assumed that a component web server reopens no session.',
        scalable: 'Are scalable sessions on?',
        notScalable: 'restore() answers False: redeeming a token needs scalable sessions.',
        exists: 'Is this release 20 R9 or later?',
        onClient: 'Is it the client-side object?',
        forWeb: 'Does the code run for a web request?',
        documentedFalse: 'Is this release 20 R10 or earlier?',
        check: 'restore() checks token {token} for the running web request.',
        false: 'False: outside a web context, restore() restores nothing.',
        falseAssumed:
          'False (assumed): the manual of 4D {release} does not say what restore() does outside a web context.',
        missing: 'Error: 4D {release} does not have restore().',
        clientError: 'Error: restore() is forbidden on the client-side object.',
        answersFalse: 'Does restore() answer False outside a web context?',
        errorAssumed: 'Error (assumed): outside a web context, restore() is not possible.',
      },
      cures: {
        onComponent: 'Call restore() in a request to the web server of the host database.',
        notScalable: 'Turn scalable sessions on.',
        false: 'Call it in code that runs for a web request.',
        falseAssumed: 'Call it in code that runs for a web request.',
        missing: 'Use 20 R9 or later.',
        clientError: 'Call it in code that runs for a web request.',
        errorAssumed: 'Call it in code that runs for a web request.',
      },
    },

    id: {
      title: 'What does id return?',
      nodes: {
        onClient: 'Is it the client-side object?',
        same: 'id returns the UUID of the remote user session, the same as on the server.',
        own: 'id returns the UUID of the session.',
        exists: 'Is this release 20 R5 or later?',
        missing: 'Error: 4D {release} does not have id.',
      },
      cures: {
        missing: 'Use 20 R5 or later.',
      },
    },

    userName: {
      title: 'What does userName return?',
      nodes: {
        web: 'Is it a web session?',
        given: 'Has setPrivileges() given a userName?',
        singleUser: 'Is it the standalone session?',
        alias: 'Has SET USER ALIAS set an alias?',
        aliasSet: 'userName returns {name}, the alias that SET USER ALIAS has set.',
        named: 'userName returns the name that setPrivileges() has given to the web session.',
        empty: 'userName returns an empty text: setPrivileges() has given no userName.',
        designer: 'userName returns "designer" until SET USER ALIAS sets an alias.',
        currentUser: 'userName returns the Current user of the session.',
      },
      cures: {
        empty: 'Call setPrivileges() with an object that has a userName.',
      },
    },

    info: {
      title: 'What does info return?',
      nodes: {
        web: 'Is it a web session?',
        webInfo: 'Is this release 21 or later?',
        onClient: 'Is it the client-side object?',
        stored: 'Is it the stored procedures session?',
        singleUser: 'Is it the standalone session?',
        clientSide: 'info returns an object, computed now, that describes the local machine and its session.',
        ofServer: 'info returns an object, computed now, that describes the session and the server machine.',
        ofApplication: 'info returns an object, computed now; creationDateTime is when the application started.',
        ofClient: 'info returns an object, computed now, that describes the session and the machine of its user.',
        webValue: 'info returns an object that describes the web session, with the hostType "browser".',
        notAvailable: 'Not available in 4D {release}: web sessions have no info. Undefined is assumed.',
        exists: 'Is this release 20 R5 or later?',
        missing: 'Error: 4D {release} does not have info.',
        hostType: 'Is this release 21 R3 or later?',
        webEarly:
          'info returns an object that describes the web session; the pages of 4D {release} differ about its hostType.',
      },
      cures: {
        notAvailable: 'Use 21 or later, or read info in a desktop session.',
        missing: 'Use 20 R5 or later; for web sessions, 21 or later.',
      },
    },

    sessionInfo: {
      title: 'What does Session info return?',
      nodes: {
        exists: 'Is this release 20 R7 or later?',
        onClient: 'Does the code run on a remote 4D?',
        clientHas: 'Is this release 21 R3 or later?',
        own: 'Is it the id of its own session?',
        known: 'Does a session here have this id?',
        web: 'Is it a web session?',
        webInfo: 'Is this release 21 or later?',
        webListed: 'Does the manual list web sessions here?',
        value: 'Session info returns the info of {session}, as its own code would read it.',
        webValue: 'Session info returns the info of the web session {session}.',
        webAssumed:
          'Assumed: Session info returns the info of the web session {session}; the manual lists it from 21 R4.',
        webNull: 'Assumed: Session info returns a null object, because web sessions have no info in 4D {release}.',
        clientSide: 'Assumed: on a remote 4D, Session info returns the info of the client-side object.',
        clientNull: 'Assumed: on a remote 4D, Session info returns a null object in 4D {release}.',
        notHere: 'Assumed: Session info returns a null object; a remote 4D knows only its own session.',
        unknown: 'Session info returns a null object: no session here has this id.',
        missing: 'Error: 4D {release} does not have Session info.',
        clientAnswers: 'Does the command answer Null on a client before 21 R3?',
        clientError: 'Error (assumed): before 21 R3, the command is not possible on a client.',
      },
      cures: {
        webNull: 'Use 21 or later.',
        clientNull: 'Call it in code that runs on the server, or use 21 R3 or later.',
        notHere: 'Call it in code that runs on the server.',
        unknown: 'Pass the id of a living session of this server or application.',
        missing: 'Use 20 R7 or later, or read Session.info in the session itself.',
        clientError: 'Call it in code that runs on the server.',
      },
    },

    storageOfSession: {
      title: 'Which storage does Session storage return?',
      nodes: {
        exists: 'Is this release 20 R6 or later?',
        onClient: 'Does the code run on a remote 4D?',
        clientHas: 'Is this release 21 R3 or later?',
        own: 'Is it the id of its own session?',
        known: 'Does a session here have this id?',
        renamed: 'Is this release 20 R7 or later?',
        value: "Session storage returns the storage of {session}, even if it is not the caller's session.",
        byId: 'Session storage by ID, its name in 20 R6, returns the storage of {session}.',
        clientSide: 'Session storage returns the client-side storage of the remote user session.',
        clientNull: 'Assumed: on a remote 4D, Session storage returns Null in 4D {release}.',
        notHere: 'Assumed: Session storage returns Null; a remote 4D knows only its own session.',
        unknown: 'Session storage returns Null: no session here has this id.',
        missing: 'Error: 4D {release} does not have Session storage.',
        clientAnswers: 'Does the command answer Null on a client before 21 R3?',
        clientError: 'Error (assumed): before 21 R3, the command is not possible on a client.',
      },
      cures: {
        clientNull: 'Call it in code that runs on the server, or use 21 R3 or later.',
        notHere: 'Call it in code that runs on the server.',
        unknown: 'Pass the id of a living session of this server or application.',
        missing: 'Use 20 R6 or later, or read Session.storage in the session itself.',
        clientError: 'Call it in code that runs on the server.',
      },
    },

    processActivity: {
      title: 'What does Process activity list?',
      nodes: {
        onServer: 'Does 4D Server run the code?',
        asked: 'Does the code pass the id of a session?',
        filters: 'Is this release 20 R7 or later?',
        known: 'Does Process activity list a session with this id?',
        webListed: 'Is this release 21 or later?',
        processesOnly: 'It lists processes only: 4D Server alone lists sessions, and parameters are ignored elsewhere.',
        ignored: 'It lists everything; assumed: 4D {release} ignores the id, which counts from 20 R7.',
        one: 'It lists the session {session} and its processes.',
        unknown: 'It returns a null object: it lists no session with this id.',
        withWeb: 'It lists all processes and sessions: remote, stored procedures and web sessions.',
        withoutWeb:
          'It lists all processes, the remote sessions and the stored procedures session, but no web sessions.',
      },
      cures: {
        unknown: 'Pass the id of a living session; web sessions are listed from 21.',
      },
    },

    licenseUsage: {
      title: 'What does License usage return?',
      nodes: {
        onServer: 'Does 4D Server run the code?',
        list: 'License usage returns a collection of the {used} retained licences, each with its session.',
        elsewhere: 'License usage returns Null: only 4D Server retains licences.',
      },
      cures: {
        elsewhere: 'Call it in code that 4D Server runs.',
      },
    },

    setUserAlias: {
      title: 'Does SET USER ALIAS change userName?',
      nodes: {
        singleUser: 'Is it a single-user application?',
        hasSession: 'Does the application have a session?',
        given: 'Is the alias a text that is not empty?',
        named: 'Session.userName of the standalone session is now {alias}.',
        removed: 'The alias is removed; assumed: Session.userName is "designer" again.',
        noSession: 'Nothing to name: this release has no standalone session.',
        elsewhere: 'Nothing changes (assumed): the manual ties the alias to the standalone session only.',
      },
      cures: {
        noSession: 'Use 20 R8 or later.',
        elsewhere: 'Call it in a single-user application.',
      },
    },

    storage: {
      title: 'Which storage does Session.storage give?',
      nodes: {
        onClient: 'Is it the client-side object?',
        shared: 'Does a web request share a desktop session here?',
        clientSide: 'storage gives the client-side storage, independent of the server-side one.',
        serverSide:
          'storage gives the storage of the shared desktop session: the server-side one, or the standalone one in single-user.',
        own: 'storage gives the storage of this session, common to all its processes.',
      },
    },

    writeStorage: {
      title: 'Does Session.storage accept the value?',
      nodes: {
        fits: 'Is the value scalar or shared?',
        free: 'Is Session.storage free of the Use of another process?',
        unshared: 'Error: only scalar values and shared objects or collections fit into Session.storage.',
        waits: 'The code waits at Use: {holder} has Session.storage in use, and the value is written after it.',
        inUse: 'Does the code write between Use and End use?',
        onClient: 'Is it the client-side object?',
        written: 'Written: every process of the session now reads {key} in its storage.',
        clientSide: 'Written: {key} is in the client-side storage; 4D copies nothing to the server-side one.',
        outside: 'Error: code must write to Session.storage between Use and End use.',
      },
      cures: {
        unshared: 'Create the object with New shared object, or copy it with OB Copy(…; ck shared).',
        waits: 'Let the other process come to its End use.',
        outside: 'Write between Use(Session.storage) and End use.',
      },
    },

    writeNested: {
      title: 'Does a shared object in the storage accept the value?',
      nodes: {
        there: 'Is there a shared object under this key?',
        inUse: 'Does the code write between Use of this object and End use?',
        storageInUse: 'Is Session.storage itself in use instead?',
        free: 'Is the object free of the Use of another process?',
        written: 'Written: {key}.{property} has the value; the object has a lock of its own.',
        waits: 'The code waits at Use: {holder} has {key} in use, and the value is written after it.',
        otherLock: 'Error: Session.storage makes no group, so Use(Session.storage) does not lock {key}.',
        outside: 'Error: code must write to {key} between its own Use and End use.',
        missing: 'Error: there is no shared object under {key}.',
      },
      cures: {
        waits: 'Let the other process come to its End use.',
        otherLock: 'Write between Use(Session.storage.{key}) and End use.',
        outside: 'Write between Use(Session.storage.{key}) and End use.',
        missing: 'Write a shared object to Session.storage first.',
      },
    },

    use: {
      title: 'May this process have the object for itself?',
      nodes: {
        whole: 'Is it Session.storage itself?',
        there: 'Is there a shared object under this key?',
        free: 'Is Session.storage free of the Use of another process?',
        freeToo: 'Is the object free of the Use of another process?',
        taken: 'Session.storage is in use by this process: other processes wait at their Use.',
        takenToo: '{key} is in use by this process; the rest of Session.storage stays free.',
        waits: 'The code waits at Use: {holder} has the object in use.',
        missing: 'Error: there is no shared object under {key}.',
      },
      cures: {
        waits: 'Let the other process come to its End use.',
        missing: 'Write a shared object to Session.storage first.',
      },
    },

    endUse: {
      title: 'Who has the object after End use?',
      nodes: {
        holds: 'Does this process have something in use?',
        awaited: 'Does another process wait for it?',
        handedOn: 'Free again: what waited is written, and the next Use may begin.',
        free: 'Free again: nobody waited.',
        nothing: 'Nothing to end: this process has nothing in use.',
      },
      cures: {
        nothing: 'Begin with Use.',
      },
    },

    machineStorage: {
      title: 'Which storage does Storage give?',
      nodes: {
        onClient: 'Does the code run on a remote 4D?',
        ofClient: 'Storage gives the storage of {machine}; Session.storage of its session is another object.',
        ofMachine: 'Storage gives the storage of {machine}, common to all its processes, whatever their session.',
      },
    },

    writeMachineStorage: {
      title: 'Does Storage accept the value?',
      nodes: {
        inUse: 'Does the code write between Use and End use?',
        fits: 'Is the value scalar or shared?',
        written: 'Written: every process on {machine} now reads {key} in Storage; Session.storage is another object.',
        outside: 'Error: code must write to Storage between Use and End use.',
        unshared: 'Error: only scalar values and shared objects or collections fit into Storage.',
      },
      cures: {
        outside: 'Write between Use(Storage) and End use.',
        unshared: 'Create the object with New shared object.',
      },
    },

    singleton: {
      title: 'Which instance of the singleton is this?',
      nodes: {
        exists: 'Does this release have singletons of this kind?',
        known: 'Are a kind and a class named?',
        ofProcess: 'Is it a process singleton?',
        twin: 'Does it run in a twin process?',
        ofSession: 'Is it a session singleton?',
        sharedServer: 'Is it called through a server function?',
        sharedClient: 'Does the code run on a remote 4D?',
        forWeb: 'Does the code run for a web request?',
        hasSession: 'Does the request have a session?',
        onClient: 'Does the code run on a remote 4D?',
        singleUser: 'Is it a single-user application?',
        serverFunction: 'Is it called through a server function?',
        stored: 'Does the code run for the server itself?',
        inProcess: 'It is the instance of this process; no other process has the same.',
        inTwin: 'It is the instance of the twin process; that of the client process is another, and 4D copies nothing.',
        onThatClient: 'It is the instance of {machine}; the server has another one.',
        onThisMachine: 'It is the instance of {machine}, common to all its sessions.',
        sharedByServer: 'A server function runs on the instance of the server, and creates it if it is missing.',
        ofWebSession: 'It is the instance of {owner}, common to all requests of this session.',
        noSession: 'Null (assumed): without a session there is no instance of a session singleton.',
        ofClient: 'It is the instance of {machine}; the session has another one on the server.',
        ofApplication: 'It is the instance of the application: in single-user there is one session beside the web.',
        byServer: 'A server function runs on the instance of {owner} on the server, and creates it if missing.',
        ofProcedures: 'It is the instance of the stored procedures session, common to all stored procedures.',
        ofRemote: 'It is the instance of {owner}, common to all its processes on the server.',
        senseless: 'Error: name a kind (process, shared or session) and a class.',
        missing: 'Error: 4D {release} does not have singletons of this kind.',
      },
      cures: {
        noSession: 'Turn scalable sessions on.',
        senseless: 'Name one of the kinds, then the class.',
        missing: 'Use 20 R5 or later; for session singletons 20 R7 or later.',
      },
    },

    onNull: {
      title: 'What does the line do where Session is Null?',
      nodes: {
        sessionItself: 'Does it read Session itself, and nothing of it?',
        null: 'Reading Session alone is no error: it is Null.',
        error: 'Error: Null has no {member}, nor any other property or function.',
      },
    },

    idleTimeout: {
      title: 'What does idleTimeout return?',
      nodes: {
        web: 'Is it a web session?',
        value: 'idleTimeout returns minutes, 60 unless code has assigned more.',
        undefined: 'Undefined (assumed): only web sessions have idleTimeout.',
        answersNull: 'Is the value Null, rather than Undefined?',
        null: 'Null (assumed): only web sessions have idleTimeout.',
      },
      cures: {
        undefined: 'Read it in a web session.',
        null: 'Read it in a web session.',
      },
    },

    setIdleTimeout: {
      title: 'What does assigning idleTimeout store?',
      nodes: {
        web: 'Is it a web session?',
        enough: 'Is the value 60 minutes or more?',
        set: 'Stored: idleTimeout is {minutes} minutes, and 4D recomputes expirationDate.',
        raised: 'Stored: idleTimeout is 60 minutes, because less than 60 becomes 60.',
        undefined: 'Nothing stored (assumed): only web sessions have idleTimeout.',
      },
      cures: {
        undefined: 'Assign it in a web session.',
      },
    },

    expirationDate: {
      title: 'What does expirationDate return?',
      nodes: {
        web: 'Is it a web session?',
        value: 'expirationDate returns when the session cookie expires, as an ISO 8601 text in UTC.',
        undefined: 'Undefined (assumed): only web sessions have expirationDate.',
        answersNull: 'Is the value Null, rather than Undefined?',
        null: 'Null (assumed): only web sessions have expirationDate.',
      },
      cures: {
        undefined: 'Read it in a web session.',
        null: 'Read it in a web session.',
      },
    },

    setQuota: {
      title: 'Does Session.quotas take this value?',
      nodes: {
        exists: 'Is this release 21 R4 or later?',
        web: 'Is it a web session?',
        writable: 'Can code assign this property?',
        resets: 'Is Undefined assigned?',
        positive: 'Is it a number above 0?',
        aboveMaximum: 'Is it a default above maxEntitySetTimeout?',
        set: 'Set: {quota} counts for the entity sets made from now on.',
        reset: 'Reset: {quota} has its first value again.',
        lowered: 'Lowered: {quota} becomes {maxEntitySetTimeout}, the maximum of the session.',
        outOfRange: 'Error: {quota} accepts no value of 0 or less.',
        readOnly: 'Error: code cannot assign {quota}.',
        undefined: 'Nothing happens (assumed): the manual describes quotas for web sessions only.',
        missing: 'Error: 4D {release} does not have quotas.',
      },
      cures: {
        outOfRange: 'Assign a number above 0, or Undefined to reset it.',
        readOnly: 'Assign nbEntitySets, defaultEntitySetTimeout or maxEntitySetTimeout.',
        undefined: 'Assign it in a web session.',
        missing: 'Use 21 R4 or later.',
      },
    },

    quotas: {
      title: 'What does quotas return?',
      nodes: {
        exists: 'Is this release 21 R4 or later?',
        web: 'Is it a web session?',
        value: 'quotas returns a 4D.QuotaManager with the limits on entity sets.',
        undefined: 'Undefined (assumed): the manual describes quotas for web sessions only.',
        missing: 'Error: 4D {release} does not have quotas.',
        answersNull: 'Is the value Null, rather than Undefined?',
        null: 'Null (assumed): only web sessions have quotas.',
      },
      cures: {
        undefined: 'Read it in a web session.',
        missing: 'Use 21 R4 or later.',
        null: 'Read it in a web session.',
      },
    },

    enterPlace: {
      title: 'Can code run in this place now?',
      nodes: {
        away: 'Is the machine asleep, or out of reach of the server?',
        outOfReach: 'Nothing runs: {machine} is asleep, or the server is out of its reach.',
        belongs: 'Does this kind of machine have this place?',
        running: 'Is the machine running or connected?',
        exists: 'Does this release have this place?',
        runs: 'The code runs in this place.',
        notRunning: 'Not run: {machine} is not running or not connected.',
        elsewhere: 'Not run: {machine} does not have this place.',
        notInRelease: 'Not run: 4D {release} does not have this place.',
      },
      cures: {
        outOfReach: 'Wake the computer or restore the network.',
        notRunning: 'Start {machine}, or connect it to the server, first.',
        elsewhere: 'Choose a place of this machine; a web place needs a web request.',
        notInRelease: 'Use a release that has this place: 21 R3 or later has singleton functions declared server.',
      },
    },

    reachServer: {
      title: 'Does the request reach the web server?',
      nodes: {
        browserAway: 'Is its machine asleep or cut off?',
        outOfReach: 'No answer: the machine of {browser} is asleep or cut off from the network.',
        serverAway: 'Is that machine asleep or cut off?',
        serverOutOfReach: 'No answer: the machine of {webServer} is asleep or cut off from the network.',
        browserThere: 'Is the browser open, and its machine running or connected?',
        serverThere: 'Is there such a web server?',
        machineRunning: 'Is the machine of the web server running?',
        webServerRunning: 'Is the web server started?',
        reached: 'The request reaches the web server {webServer}.',
        browserGone: 'Not sent: the machine of {browser} is not running or not connected.',
        noServer: 'Not sent: there is no web server {webServer}.',
        machineStopped: 'Not answered: the machine of the web server {webServer} is not running.',
        webServerStopped: 'Not answered: the web server {webServer} is stopped.',
      },
      cures: {
        outOfReach: 'Wake the computer or restore the network.',
        serverOutOfReach: 'Wake the computer or restore the network.',
        browserGone: 'Connect the client, or start the single-user application, that holds the Web area.',
        noServer: 'Send the request to a web server that exists.',
        machineStopped: 'Start the machine of the web server first.',
        webServerStopped: 'Start the web server {webServer} first.',
      },
    },

    readHost: {
      title: 'Does the address name this web server?',
      nodes: {
        ownHost: 'Is the host of the address that of this web server?',
        own: 'The address names the machine of the web server {webServer}.',
        foreign: 'Not sent: {host} is not the host of the web server {webServer}.',
      },
      cures: {
        foreign: 'Begin the address with its path, or name {address} or localhost.',
      },
    },

    addressThere: {
      title: 'Why does the address lead nowhere?',
      nodes: {
        page: 'Does the address name a page?',
        dataclass: 'Does it name a dataclass that is not there?',
        otherCase: 'Is there one with other capital letters?',
        function: 'Does it name a function?',
        unknownPage: 'Not found: this world has no page {name}.',
        unknownDataclass: 'Not found: this world has no dataclass {name}.',
        wrongCase: 'Not found: the dataclass is {otherCase}, not {name}; assumed: addresses tell capitals apart.',
        unknownFunction: 'Not found: this world has no function {name}.',
        noMethod: 'Not found: the address {name} names no method.',
      },
      cures: {
        unknownPage: 'Ask for a page of this world, or list {name} among the pages of its settings.',
        unknownDataclass: 'Ask for a dataclass of this world.',
        wrongCase: 'Write {otherCase}.',
        unknownFunction: 'Call a function that its class lists, or write a method {name}.',
        noMethod: 'Write the name of a method after 4DACTION or 4DSOAP.',
      },
    },

    methodThere: {
      title: 'Is there such a method?',
      nodes: {
        written: 'Does the method exist?',
        there: 'The method {method} exists.',
        missing: 'Not run: there is no method {method}.',
      },
      cures: {
        missing: 'Write the method {method}, or call one that exists.',
      },
    },

    connectClient: {
      title: 'Does 4D Server accept this client?',
      nodes: {
        isClient: 'Is this machine a remote 4D?',
        free: 'Is it not connected yet?',
        server: 'Is 4D Server running?',
        licence: 'Is a 4D Client licence free?',
        connected: 'Connected: 4D Server creates a remote user session for {user}, which takes one licence.',
        already: 'Refused: {machine} is already connected.',
        noServer: 'Refused: 4D Server is not running.',
        noLicence: 'Refused (assumed): no 4D Client licence is free, {used} of {total} are in use.',
        notAClient: 'Refused: {machine} is not a remote 4D.',
        hasSession: 'Is this release 20 R5 or later?',
        withoutSession: '{user} connects and takes a 4D Client licence; 4D {release} has no session object for it.',
      },
      cures: {
        already: 'Disconnect {machine} first.',
        noServer: 'Start 4D Server first.',
        noLicence:
          'Release a licence: close a session, log out of a Qodly page or disconnect a client. Or raise the number of licences.',
        notAClient: 'Connect a machine that is a remote 4D.',
      },
    },

    disconnectClient: {
      title: 'Can this client disconnect?',
      nodes: {
        away: 'Is the client asleep or out of reach?',
        unheard: '{machine} is asleep or out of reach: the server cannot hear that it leaves.',
        connected: 'Is it a connected client?',
        left: 'Disconnected; assumed: the remote user session of {user} ends at once, with its tokens.',
        absent: 'Nothing to disconnect: {machine} is not a connected client.',
      },
      cures: {
        unheard: 'Wake the computer or restore the network first.',
        absent: 'Choose a connected client, or connect this one first.',
      },
    },

    sleepClient: {
      title: 'What becomes of the session when the computer sleeps?',
      nodes: {
        connected: 'Is the client connected?',
        there: 'Is it awake and in reach?',
        asleep: "{user}'s session is now sleeping; the server drops it after {sleepTimeout} seconds.",
        already: '{machine} is asleep or out of reach already.',
        absent: '{machine} is not connected.',
      },
      cures: {
        already: 'Wake the computer or restore the network first.',
        absent: 'Connect the client first.',
      },
    },

    wakeClient: {
      title: 'What becomes of the session when the computer wakes?',
      nodes: {
        asleep: 'Is the client asleep?',
        awake: '{machine} reconnects by itself and finds its session as it was.',
        notAsleep: '{machine} is not asleep.',
      },
      cures: {
        notAsleep: 'Let the computer of a connected client sleep first.',
      },
    },

    cutNetwork: {
      title: 'What becomes of the session when the network is cut?',
      nodes: {
        connected: 'Is the client connected?',
        there: 'Is it awake and in reach?',
        quic: 'Is QUIC the network layer?',
        keeps: 'Is this release 21 R4 or later?',
        unreachable: 'The session waits {quicTimeout} seconds; both sides count them in info.unreachableSince.',
        lost: "Assumed: without QUIC, {user}'s session ends with the connection.",
        lostEarlier: "Assumed: in 4D {release}, {user}'s session ends with the connection.",
        already: '{machine} is asleep or out of reach already.',
        absent: '{machine} is not connected.',
      },
      cures: {
        lost: 'Choose QUIC as network layer.',
        lostEarlier: 'Use 21 R4 or later.',
        already: 'Wake the computer or restore the network first.',
        absent: 'Connect the client first.',
      },
    },

    restoreNetwork: {
      title: 'What becomes of the session when the network is back?',
      nodes: {
        cutOff: 'Is the client cut off?',
        reconnected: '{machine} is back in its session; info.unreachableSince is gone on both sides.',
        notCut: '{machine} is not cut off.',
      },
      cures: {
        notCut: 'Cut the network of a connected client first.',
      },
    },

    listSessions: {
      title: 'Which sessions does the Server window list?',
      nodes: {
        some: 'Is there a session to list?',
        sessionsPage: 'Is this release 21 R4 or later?',
        counted: 'Are only counted sessions wanted?',
        countedOnly: 'Counted sessions, those that hold a floating licence: {shown}.',
        all: 'The Sessions page lists {shown}; guests stand there without being counted.',
        usersPage: 'The Users page lists {shown}: in 4D {release} it shows connected users only.',
        nobody: 'The Server window lists no session.',
      },
    },

    dropSession: {
      title: 'Does the Server window drop this session?',
      nodes: {
        known: 'Does the server have this session?',
        remote: 'Is it a remote user session?',
        sessionsPage: 'Is this release 21 R4 or later?',
        web: 'Is it a web session?',
        dropped: 'Dropped: {user} is disconnected, and {session} is gone with its storage.',
        webDropped: 'Closed (assumed): {session} is gone; the manual speaks of client sessions only.',
        kept: 'Kept (assumed): the stored procedures session belongs to the server itself.',
        notListed: 'Not listed: in 4D {release}, the Users page shows connected users only.',
        missing: 'The server has no session {session}.',
      },
      cures: {
        kept: 'Choose the session of a user.',
        notListed: 'Choose a remote user, or use 21 R4 or later.',
        missing: 'Choose a living session of this server.',
      },
    },

    dropRemoteUser: {
      title: 'Does DROP REMOTE USER disconnect somebody?',
      nodes: {
        onServer: 'Does 4D Server run the code?',
        remote: 'Is it the id of a remote user session?',
        dropped: '{user} is disconnected as soon as this code has run: the command is asynchronous.',
        unknown: 'Nothing happens (assumed): no remote user session has this id.',
        elsewhere: 'Nothing happens: only 4D Server can drop a remote user.',
      },
      cures: {
        unknown: 'Pass the id of a remote user session.',
        elsewhere: 'Call it in code that 4D Server runs.',
      },
    },

    startStandalone: {
      title: 'Does the single-user application start with a session?',
      nodes: {
        free: 'Is it a single-user application that is not running?',
        hasSession: 'Is this release 20 R8 or later?',
        withSession: 'Started: {machine} opens its standalone session.',
        withoutSession: 'Started without a session: 4D {release} has no standalone session.',
        already: 'Not started: {machine} is not a single-user application that can start now.',
      },
      cures: {
        withoutSession: 'Use 20 R8 or later.',
        already: 'Stop it first, or choose a single-user application that is not running.',
      },
    },

    stopStandalone: {
      title: 'Can the single-user application stop?',
      nodes: {
        running: 'Is it a single-user application that is running?',
        stopped: 'Stopped: {machine} ends, and its sessions close with it.',
        absent: 'Nothing to stop: {machine} is not a single-user application that is running.',
      },
      cures: {
        absent: 'Choose a single-user application that is running, or start this one first.',
      },
    },

    startWebServer: {
      title: 'Does the web server start?',
      nodes: {
        machine: 'Is its machine running?',
        stopped: 'Is the web server stopped?',
        ofRemote4D: 'Is it the web server of a remote 4D?',
        deprecated: 'Is this release 21 or later?',
        said: 'Does WEB Server.start() say scalableSession?',
        ownSetting: 'Does its machine have its own choice of sessions?',
        startedAsSaid: 'Started: for this run, {webServer} follows what start() says, over the setting.',
        startedAsMachine: 'Started: {webServer} follows the choice of sessions of its own machine.',
        startedRemote: 'Started: the web server {webServer} of the remote 4D answers, with sessions of its own.',
        startedStill: 'Started, although 4D {release} deprecates a web server on a remote 4D.',
        started: 'Started: the web server {webServer} answers requests.',
        already: 'Nothing to start: the web server {webServer} is already started.',
        machineStopped: 'Not started: the machine of the web server {webServer} is not running.',
      },
      cures: {
        already: 'Stop the web server first.',
        machineStopped: 'Start its machine first.',
      },
    },

    stopWebServer: {
      title: 'Does the web server stop?',
      nodes: {
        running: 'Is the web server started?',
        stopped: 'Stopped: the web server {webServer} closes its web sessions and so releases their licences.',
        already: 'Nothing to stop: the web server {webServer} is already stopped.',
      },
      cures: {
        already: 'Start the web server first.',
      },
    },

    restInfo: {
      title: 'What does $info tell?',
      nodes: {
        exists: 'Is this release 20 R6 or later?',
        holdsAny: 'Does the session have privileges?',
        list: '$info tells the privileges of the session: {privileges}.',
        guest: '$info tells guest: the session has no other privilege.',
        privilegesOnly: 'Are only the privileges asked for?',
        sessionsOnly: '$info tells the sessions; in 4D {release}, it tells no privileges.',
        notYet: 'In 4D {release}, $info tells no privileges.',
      },
    },

    restLogin: {
      title: 'Is On REST Authentication called?',
      nodes: {
        written: 'Does the database method On REST Authentication exist?',
        deprecated: 'Is this release 20 R6 or later?',
        called: 'On REST Authentication is called, and decides about the login.',
        calledStill: 'On REST Authentication is called; from 20 R6 on, it is deprecated in favour of ds.authentify().',
        guest: 'A guest session is open: there is no On REST Authentication.',
      },
    },

    openDatastore: {
      title: 'Which session does the remote datastore use?',
      nodes: {
        machineRunning: 'Is the 4D that asks running or connected?',
        webServerRunning: 'Does the web server of the target run?',
        usedBefore: 'Has this machine opened the datastore under this localID before?',
        alive: 'Is that session still alive?',
        enough: 'Is the idleTimeout 60 minutes or more, or not given?',
        opened: 'The remote datastore {localId} opens a web session of its own on the target.',
        raised: 'The remote datastore {localId} opens a web session; its idleTimeout becomes 60 minutes.',
        reused: 'The request runs in the session that this machine opened under the localID {localId}.',
        again: 'The session of {localId} has closed: a new one opens, locks and transactions are lost.',
        none: 'No session: scalable sessions are disabled, and 4D {release} gives this request no other one.',
        absent: 'Not sent: {machine} is not running or not connected.',
        notReached: 'Not answered: the web server {webServer} does not run.',
        hasSessions: 'Are scalable sessions enabled?',
        restAlways: 'Does this release give every REST request a session?',
      },
      cures: {
        none: 'Enable scalable sessions on the target, or use 21 R4.',
        absent: 'Start {machine}, or connect it, first.',
        notReached: 'Start the web server {webServer} and its machine first.',
      },
    },

    startProcess: {
      title: 'Does On Server Open Connection run for this process?',
      nodes: {
        connected: 'Is it a connected client?',
        needsServer: 'Does the process need the server?',
        needsLanguage: 'Does it run code there, so that it needs a cooperative twin?',
        opened: 'On Server Open Connection runs again, for process {process}, in the same session of {user}.',
        dataOnly: 'The process {process} gets a preemptive twin for data; On Server Open Connection does not run.',
        alone: 'The process {process} runs on the client only; the server makes no twin for it.',
        absent: 'Not begun: {machine} is not a connected client.',
        eachProcess: 'Does On Server Open Connection run for each process?',
        notAgain: 'The process begins; by this reading, On Server Open Connection runs once for each user.',
      },
      cures: {
        absent: 'Choose a connected client, or connect this one first.',
      },
    },

    endProcess: {
      title: 'Does On Server Close Connection run for this process?',
      nodes: {
        processThere: 'Is there such a process on a connected client?',
        application: 'Is it the Application process?',
        opened: 'Did On Server Open Connection run for it?',
        closed: 'On Server Close Connection runs for process {process}; the session of {user} stays.',
        ended: 'The process {process} ends; no database method runs for it.',
        staysOpen: 'Not ended: the Application process of {machine} ends when the client disconnects.',
        missing: 'Not ended: {machine} has no process {process}.',
      },
      cures: {
        staysOpen: 'Disconnect {machine}.',
        missing: 'Begin a process on {machine} first.',
      },
    },

    logOut: {
      title: 'Can the Qodly page log out?',
      nodes: {
        matches: 'Does the cookie match a living session?',
        webSession: 'Is it a web session?',
        forced: 'Is force login mode on?',
        holds: 'Does the session hold a licence?',
        released: 'Logged out: the session loses its privileges and releases its licence; its storage stays.',
        out: 'Logged out: the session loses its privileges; it held no licence, and its storage stays.',
        notForced: 'Not logged out: a Qodly page can log out only in force login mode.',
        nobody: 'Nothing to log out: the cookie of the browser matches no living session.',
        desktop: 'Not logged out (assumed): the page shares a desktop session, and logout concerns web sessions.',
      },
      cures: {
        notForced: 'Set forceLogin to true in roles.json and restart.',
        nobody: 'Send a request from this browser first.',
        desktop: 'Disconnect the client to end its session, or open the page without a token.',
      },
    },

    changeSetting: {
      title: 'When does the new setting take effect?',
      nodes: {
        sensible: 'Does the setting accept this value?',
        readAtStart: 'Does 4D read this setting in roles.json at start?',
        ofWebServer: 'Does the web server read this setting at start?',
        faultyNow: 'Does roles.json have an error now?',
        faultyBefore: 'Did it have one before?',
        restartedFaulty:
          'Changed and restarted: roles.json has an error, so Roles_Errors.json is written and nothing protected.',
        restartedClean: 'Changed and restarted: roles.json is in order again, and 4D deletes Roles_Errors.json.',
        legacyAsked: 'Does it choose "Legacy sessions"?',
        legacyOffered: 'Was the project created before 18 R6?',
        ofLegacy: 'Does the setting concern legacy sessions only?',
        legacyUsed: 'Are legacy sessions on?',
        legacyChosen: 'Changed: the web server restarts with "Legacy sessions", without any Session object.',
        notUsed: 'Changed, but without effect: {setting} concerns legacy sessions, and they are off.',
        notOffered: 'Not changed: "Legacy sessions" is offered only in projects created before 18 R6.',
        restarted: 'Changed: 4D Server restarts to read {setting}; clients disconnect, and sessions close.',
        webRestarted: 'Changed: the web server restarts to read {setting}, and its web sessions close.',
        changed: 'Changed: the setting {setting} is now {value}.',
        senseless: 'Not changed: the setting {setting} cannot become {value}.',
        newProject: 'Is it the roles.json of a new project?',
        createdForced: 'Is a new project created in force login mode?',
        newForced: '4D restarts with the roles.json of a new project: force login is on, and nobody may do anything.',
        newOpen: '4D restarts with what a new project has: no force login and no restriction.',
      },
      cures: {
        notUsed: 'Choose "Legacy sessions" to use it; scalable sessions do not know it.',
        notOffered: 'Use scalable sessions, or "No sessions".',
        senseless: 'Give {setting} a value it accepts; a flag of roles.json needs a roles.json without errors.',
      },
    },

    wait: {
      title: 'What ends while time passes?',
      nodes: {
        sleepersDropped: 'Does a sleeping client stay away too long?',
        peersLost: 'Does an unreachable client stay away too long?',
        dropped: 'Dropped: {sleepersDropped} slept until the timeout was over; the session and its licence are gone.',
        lost: 'Closed: {peersLost} stayed unreachable until the QUIC session timeout; the session and its licence are gone.',
        sessionsEnding: 'Does a web session reach its expirationDate?',
        tokensExpiring: 'Does an unused token reach the end of its lifespan?',
        sessionsEnded: 'Closed after their timeout: {sessionsEnding}; storage and licences go with the sessions.',
        tokensExpired: 'Expired unused: {tokensExpiring}; the lifespan is over.',
        quiet: '{seconds} seconds pass, and nothing ends.',
      },
      cures: {
        dropped: 'Wake the computer before the timeout, or set a longer one.',
        lost: 'Restore the network before the timeout, or set a longer one.',
        sessionsEnded: 'Send a request before the timeout, or assign a longer idleTimeout.',
        tokensExpired:
          'Use the token within its lifespan, or create it with a longer one (on desktop sessions from 21 R3).',
      },
    },
  },

  /** One line about each member of the class. */
  members: {
    Session: 'Returns the session this code runs in, or Null where there is none.',
    id: 'Gives the UUID of the session, the same as long as it lives.',
    userName: 'Gives the name of the user behind the session; empty on a web session nobody has named.',
    info: 'Gives an object that describes the session: its type, user, machine, address and state.',
    storage: 'Gives the shared object of the session, common to all its processes.',
    writeStorage: 'Writes a value to the storage of the session, between Use and End use.',
    idleTimeout: 'Gives the minutes without activity after which a web session closes.',
    setIdleTimeout: 'Sets these minutes; less than 60 becomes 60.',
    expirationDate: 'Gives the date and time, in UTC, when the session cookie expires.',
    quotas: 'Gives the limits on the entity sets of a REST session.',
    isGuest: 'Answers True when the session is a Guest session.',
    hasPrivilege: 'Answers True when the session has the privilege, or the process by promotion.',
    getPrivileges: 'Returns the privileges of the session, included ones too, promoted ones never.',
    setPrivileges: 'Adds privileges or roles to the session, and may name its user.',
    clearPrivileges: 'Removes all privileges of the session, but no promoted ones.',
    promote: 'Adds a privilege to this process only, and returns an id to demote it.',
    demote: 'Removes the promotion that promote() made under this id.',
    createOTP: 'Returns a one-time token that opens this session to a web request.',
    restore: "Replaces the web session of the running request by the token's session.",
    sessionInfo: 'Returns the info of the session with this id, or a null object.',
    storageOfSession: 'Returns the storage of the session with this id, even of another session.',
    processActivity: 'Lists the processes, and on 4D Server the sessions too.',
    licenseUsage: 'Lists on 4D Server which sessions retain a licence.',
    setUserAlias: 'Gives the user of a single-user application another name.',
    setQuota: 'Assigns a limit of Session.quotas; without a value, resets it.',
    variable: 'Reads a process variable, which belongs to this process only.',
    setVariable: 'Assigns a process variable.',
    closeLegacySession: 'WEB LEGACY CLOSE SESSION: closes a legacy session.',
    dropRemoteUser: 'Disconnects a remote user from 4D Server.',
    writeNested: 'Writes to a property of a shared object in the storage, between Use and End use.',
    use: 'Begins Use: other processes wait for the object until End use.',
    endUse: 'Ends every Use of this process.',
    machineStorage: 'Gives the shared object of the machine, common to all its sessions.',
    writeMachineStorage: 'Writes a value to Storage, between Use and End use.',
    singleton: 'Comes to cs.<class>.me, the one instance of a process, shared or session singleton.',
    access: 'Uses one resource, as code does: create, read, update, drop or execute.',
  },

  /** What a call that failed says. */
  errors: {
    notHere: 'This cannot be called here.',
    onNull: 'Error: Session is Null here, so it has no properties or functions.',
    forbiddenOnClient: 'Error: this function is forbidden on the client-side object.',
    notInRelease: 'Error: this release does not have this property or function.',
    outsideUse: 'Error: code must write to Session.storage between Use and End use.',
    notShared: 'Error: this needs a shared object or collection.',
    waits: 'No answer yet: the code waits at Use for another process.',
    privilege: 'Privilege error: no privilege held here allows this access.',
    noLicence: 'Error: no 4D Client licence is free for this session.',
    outOfRange: 'Error: this property accepts only numbers above 0.',
    senseless: 'Error: this is not an action on a resource.',
  },

  /** What each event did. */
  events: {
    machineStarted: 'The machine started or connected.',
    machineStopped: 'The machine stopped or disconnected.',
    clientAway: 'The client fell asleep or out of reach.',
    clientBack: 'The client is back.',
    useBegun: 'A process has a shared object in use.',
    useAwaited: 'A process waits at Use.',
    useEnded: 'Use ended, and who waited goes on.',
    machineStorageWritten: 'Code wrote a value to Storage.',
    singletonMade: 'A singleton was created.',
    singletonWritten: 'Code wrote to a singleton.',
    webServerStarted: 'The web server started.',
    webServerStopped: 'The web server stopped.',
    sessionOpened: 'A session opened.',
    sessionClosed: 'A session closed, and its storage with it.',
    entitySetKept: 'An entity set is in memory, and its timeout begins anew.',
    entitySetReleased: 'An entity set left the memory.',
    quotasSet: 'Code changed Session.quotas.',
    legacyKept: 'A legacy session kept its process and its variables.',
    legacyClosed: 'A legacy session closed.',
    variableSet: 'Code assigned a process variable.',
    poolChanged: 'A web process with variables became free, or was taken.',
    requestHeld: 'A request runs on; its reply is yet to come.',
    sessionTouched: 'A request moved the expirationDate of its session.',
    userNamed: 'SET USER ALIAS changed the userName of the session.',
    sessionLoggedOut: 'The session logged out and lost its privileges.',
    licenceTaken: 'The session took a 4D Client licence.',
    licenceReleased: 'The session released its 4D Client licence.',
    processStarted: 'A process started.',
    processEnded: 'A process ended.',
    tokenCreated: 'createOTP() created a token.',
    tokenUsed: 'The token was used; it cannot be used again.',
    cookieSet: 'The web server sent a session cookie to the browser.',
    privilegesSet: 'setPrivileges() changed the privileges of the session.',
    privilegesCleared: 'clearPrivileges() removed the privileges of the session.',
    privilegePromoted: 'promote() added a privilege to this process.',
    privilegeDemoted: 'demote() removed a promotion from this process.',
    storageWritten: 'Code wrote a value to Session.storage.',
    idleTimeoutSet: 'Code assigned idleTimeout, and expirationDate moved.',
    pageShown: 'The browser showed what it received.',
    requestAnswered: 'The web server answered the request.',
    settingsChanged: 'A setting changed.',
    timePassed: 'Time passed.',
  },

  /** What each fact that a table looks at is called. */
  facts: {
    member: 'Member',
    sessionItself: 'Session itself',
    ofProcess: 'Process singleton',
    perSession: 'Session singleton',
    twin: 'In a twin process',
    serverFunction: 'Server function',
    rule: 'Rule of this place',
    fits: 'Scalar or shared',
    holder: 'In use by',
    property: 'Property',
    there: 'Shared object there',
    storageInUse: 'Session.storage in use',
    whole: 'Session.storage itself',
    holds: 'Has something in use',
    waiting: 'Waiting',
    away: 'Asleep or cut off',
    asleep: 'Asleep',
    cutOff: 'Cut off',
    networkLayer: 'Network layer',
    quicTimeout: 'QUIC session timeout',
    sleepTimeout: 'Sleep timeout',
    keeps: 'Session waits',
    sleepersDropped: 'Sleepers dropped',
    peersLost: 'Unreachable clients lost',
    sessionsPage: 'Has a Sessions page',
    countedOnly: 'Counted sessions only',
    shown: 'Shown',
    some: 'Any to list',
    remote: 'Remote user session',
    createdForced: 'Created with force login',
    newProject: 'New project',
    eachProcess: 'Once for each process',
    webHostType: 'hostType documented',
    answersNull: 'Answers Null',
    answersFalse: 'Answers False',
    asIdle: 'Default is idleTimeout',
    supported: 'Tokens supported',
    withoutScalable: 'Created all the same',
    givesZero: 'Returns 0',
    keepsLicence: 'Keeps its licence',
    counted: 'Licence by setPrivileges()',
    adds: 'Adds to them',
    early21: 'Early text of 21',
    seesNow: 'Seen at once',
    storedWorks: 'Stored session works too',
    neverTrue: 'Never True on desktop',
    byPrivileges: 'Privileges decide',
    sharedAsWeb: 'Shared counts as web',
    desktopGuest: 'Desktop counts as guest',
    countsGuests: 'Guests count',
    countsOthers: 'Other web sessions count',
    tells: 'Browser is told',
    keepsCookie: 'Cookie keeps its session',
    stillShared: 'Still shared',
    ofDesktop: 'Desktop session',
    extends: 'Redeeming counts as use',
    endsByItself: 'Ends when unused',
    mayBePresented: 'May come from here',
    newest: 'Newest, or several live',
    triggerAsStored: 'Web triggers are stored',
    standaloneFirst: 'Standalone session everywhere',
    webFirst: 'Web request comes first',
    ofServer: 'Of a 4D Server',
    sqlStored: 'SQL code is stored',
    startedAsStored: 'New processes are stored',
    clientReally: 'Client really has one',
    ordaListed: 'ORDA counts as remote',
    asListed: 'Answered as its neighbours',
    started: 'Started by other code',
    orda: 'ORDA function or event',
    alias: 'Alias',
    filters: 'Release filters by id',
    onServer: 'On 4D Server',
    renamed: 'Has its later name',
    session: 'Session',
    webListed: 'Web sessions listed',
    saysThree: 'Limit of three documented',
    hasPermissions: 'Permissions exist',
    declares: 'roles.json declares privileges',
    preRelease: 'Pre-release text',
    desktopHasSession: 'Desktop sessions exist',
    host: 'Host',
    address: 'Address of the machine',
    ownHost: 'Names this web server',
    name: 'Name',
    isPage: 'Page',
    isDataclass: 'Dataclass',
    isFunction: 'Function',
    otherCase: 'With other capitals',
    inScope: 'Domain and path fit',
    moved: 'From another address',
    scoped: 'Domain or path set',
    inDomain: 'Host in the domain',
    classExposed: 'Dataclass exposed',
    hiddenParts: 'Not exposed',
    notShown: 'Not shown',
    isRead: 'Reading',
    ofSingleton: 'Of a singleton',
    quota: 'Quota',
    quotas: 'Quotas known',
    writable: 'Can be assigned',
    resets: 'Undefined assigned',
    positive: 'Above 0',
    aboveMaximum: 'Above the maximum',
    maxEntitySetTimeout: 'maxEntitySetTimeout',
    limited: 'Limited',
    entitySets: 'Sets in memory',
    nbEntitySets: 'nbEntitySets',
    timeout: 'Timeout in seconds',
    tooLong: 'Timeout too long',
    entitySet: 'Entity set',
    inTime: 'In time',
    releases: 'Releases it',
    circle: 'Circle of includes',
    faultyNow: 'Error in roles.json',
    faultyBefore: 'Error before',
    privilegesOnly: 'Privileges only',
    addressChecked: 'IP address validated',
    sameAddress: 'Same IP address',
    legacySessions: 'Legacy sessions',
    maxSessions: 'maxSessions',
    legacy: 'Legacy session',
    legacyAsked: 'Chooses legacy sessions',
    legacyOffered: 'Project before 18 R6',
    ofLegacy: 'Of legacy sessions only',
    legacyUsed: 'Legacy sessions on',
    said: 'Said by start()',
    ownSetting: 'Setting of its machine',
    path: 'Path',
    variable: 'Variable',
    setHere: 'Assigned by this code',
    foundSet: 'There before',
    pooled: 'Processes used again',
    concurrent: 'Requests running',
    maxConcurrentProcesses: 'maxConcurrentProcesses',
    inSession: 'In a session',
    ofSession: 'Requests of this session',
    hadSession: 'Ran in a session',
    handled: 'Answered by a handler',
    staticPage: 'Static page',
    basic: 'Basic mode',
    failed: 'Ended in an error',
    answered: 'Returned a value',
    accepts: 'Returned True',
    cgi: '/4DCGI',
    made: 'Opened for this request',
    https: 'Over HTTPS',
    crossSite: 'From another site',
    promotes: 'Privileges promoted',
    describeCounts: 'describe counts',
    describeList: 'List for describe',
    ofNull: 'The value is Null',
    deprecated: 'Deprecated',
    localId: 'localID',
    hasSessions: 'REST sessions exist',
    usedBefore: 'Used before',
    process: 'Process',
    processThere: 'Process there',
    needsServer: 'Needs the server',
    needsLanguage: 'Runs code there',
    application: 'Application process',
    opened: 'Was announced',
    ofRemote4D: 'Server of remote 4D',
    local: 'Declared local',
    ofHost: 'Host web server',
    redeemed: 'By a token',
    holdsSome: 'Holds privileges already',
    ofComponent: 'Made on component server',
    pageItself: 'The page itself',
    sent: 'Attributes sent',
    leftOut: 'Attributes left out',
    askedByName: 'Asked for by name',
    action: 'Action',
    already: 'Already promoted',
    answersTrue: 'Answers True',
    applicable: 'Action applies',
    asked: 'Asked for',
    attributeKind: 'Kind of resource',
    attributeList: 'List of the attribute',
    authentify: 'Calls ds.authentify()',
    belongs: 'Machine has this place',
    browser: 'Browser',
    browserThere: 'Browser open',
    by: 'Held and listed',
    callsSetPrivileges: 'Calls setPrivileges() now',
    classList: 'List of its class',
    clearKeepsNonGuest: 'Clearing makes no Guest',
    clientHasSession: 'Session on the client',
    component: 'Component',
    connected: 'Connected',
    cookieHeld: 'Cookie held',
    cookieMatches: 'Cookie matches a session',
    cookieName: 'Name of the cookie',
    cookieSent: 'Cookie sent',
    declared: 'Declared in roles.json',
    describeIgnored: '4D ignores describe',
    descriptive: 'Descriptive request',
    desktopPrivileges: 'Privileges on desktop sessions',
    desktopTokens: 'Tokens of desktop sessions',
    documentedFalse: 'Documented as False',
    dsList: 'List of ds',
    exists: 'In this release',
    fileRead: 'roles.json without errors',
    fileThere: 'roles.json present',
    forceLogin: 'Force login',
    forNobody: 'No session named',
    forRemoteUser: 'For a remote user',
    forWeb: 'For a web request',
    given: 'userName given',
    granted: 'Granted',
    guestByCall: 'Guest until setPrivileges()',
    hasSession: 'Has a session',
    grantedList: 'Granted by setPrivileges()',
    held: 'In effect, guest included',
    holdsLicence: 'Holds a licence',
    honoursLifespan: 'Lifespan honoured',
    id: 'Promotion id',
    idleTimeout: 'idleTimeout in minutes',
    ignored: 'Names ignored',
    impliedBy: 'Required by',
    inUse: 'Between Use, End use',
    isClient: 'Right kind of machine',
    keepsNonGuest: 'Clearing makes no Guest',
    kept: 'Privileges given',
    key: 'Key',
    kind: 'Kind of URL',
    known: 'Known',
    lifespanFloor: 'At least 10 seconds',
    listed: 'Listed in the manual',
    machine: 'Machine',
    machineKind: 'Kind of machine',
    machineRunning: 'Machine running',
    method: 'Method',
    minutes: 'Minutes',
    named: 'Named in the manual',
    ofDatastore: 'Function of ds',
    ofWebServer: 'Of the web server',
    onClient: 'On the client',
    opens: 'Opens',
    opensSession: 'Opens a session',
    owner: 'Belongs to',
    ownList: 'Own list',
    place: 'Place',
    privilege: 'Privilege',
    privileges: 'Privileges',
    promoted: 'Promoted',
    readAllowed: 'Read allowed',
    readAtStart: 'Read at start',
    readsTokens: 'Release knows $4DSID',
    release: 'Release',
    resource: 'Resource',
    rest: 'REST request',
    restAlwaysHasSession: 'REST always has session',
    restricted: 'Restricted by default',
    restSessions: 'Open REST sessions',
    running: 'Running',
    sameSite: 'SameSite',
    scalableSessions: 'Scalable sessions',
    seconds: 'Seconds',
    secondsLeft: 'Seconds left',
    seesPromoted: 'Promoted privileges count',
    sensible: 'Value accepted',
    serverRunning: '4D Server running',
    serverThere: 'Web server exists',
    sessionAlive: 'Session alive',
    sessions: 'Web sessions',
    sessionsEnding: 'Sessions that end',
    sessionType: 'Type of session',
    setPrivilegesCalled: 'setPrivileges() called',
    setting: 'Setting',
    shared: 'Shared by token',
    singleUser: 'Single-user',
    standaloneHasSession: 'Session in single-user',
    stored: 'Stored procedures session',
    token: 'Token',
    tokenFailed: '$4DSID opened nothing',
    tokenOpened: '$4DSID opened a session',
    tokensExpiring: 'Tokens that expire',
    total: 'Licences in total',
    used: 'Used',
    usedAt: 'Used at second',
    user: 'User',
    value: 'Value',
    wasLoggedIn: 'setPrivileges() called before',
    web: 'Web session',
    webAdmin: 'WebAdmin held',
    webInfo: 'info on web sessions',
    webServer: 'Web server',
    webServerRunning: 'Web server started',
    webSession: 'Web session',
    written: 'Exists',
  },

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
    'PLAY-009': 'A request goes to the web server it is sent to; an address that names another host is refused.',
    'PLAY-010':
      'An address finds only what the world has: the pages, dataclasses and functions it names, when it names any.',
    'PLAY-011': 'Code that waits at Use does that one thing as soon as it can; what follows in its method is left out.',
    'PLAY-012': 'A singleton is named by its kind and its class; the playground keeps no code of classes.',
    'PLAY-020': 'Before 20 R5, only code that runs for a web request has a session; elsewhere Session returns Null.',
    'PLAY-030': '4D calls On Web Connection for a URL that begins with /4DCGI or leads to no page.',
    'PLAY-031': 'A request that stays runs on until it is told to finish; only then its reply arrives.',
  },

  /** Open questions and contradictions: what is asked, and how it can be read; the recommended reading stands first. */
  readings: {
    'Q-01': {
      asks: 'Does the browser get the cookie of the session that a token restored?',
      readings: {
        set: 'Yes: the requests that follow need no token.',
        notSet: 'No: they run in the session the browser had before.',
      },
    },
    'Q-02': {
      asks: 'Does redeeming a token move the end of the session it opens?',
      readings: {
        extends: 'Yes, like any request.',
        asItWas: 'No, the end stays where it was.',
      },
    },
    'Q-03': {
      asks: 'When does expirationDate move?',
      readings: {
        everyRequest: 'At each request, and when idleTimeout is assigned.',
        onlyAssigned: 'Only when idleTimeout is assigned.',
      },
    },
    'Q-04': {
      asks: 'Does a second setPrivileges() add to the first, or replace it?',
      readings: {
        add: 'It adds; samples call clearPrivileges() first.',
        replace: 'It replaces what the session held.',
      },
    },
    'Q-05': {
      asks: 'Which session has web code on the web server of a remote 4D?',
      readings: {
        webFirst: 'The web session of that machine.',
        desktop: 'What a remote 4D has: Null, and from 21 R3 the client-side object.',
      },
    },
    'Q-06': {
      asks: 'Which session has a process that a twin process starts?',
      readings: {
        stored: 'The stored procedures session.',
        starter: 'The session of the code that started it.',
      },
    },
    'Q-07': {
      asks: 'When does a remote session end?',
      readings: {
        disconnect:
          'When the client disconnects. Here its main process keeps a twin until then, so no other reading could come out differently.',
      },
    },
    'Q-08': {
      asks: 'Is a token tied to a machine or a browser?',
      readings: {
        free: 'No, it opens its session from anywhere.',
        bound: 'Yes: to the machine of a desktop session, or to the browser of a web session.',
      },
    },
    'Q-09': {
      asks: 'Which session has code run for SQL?',
      readings: {
        null: 'None: Session is Null.',
        stored: 'The stored procedures session.',
      },
    },
    'Q-10': {
      asks: 'What are idleTimeout, expirationDate and quotas on sessions that are not web?',
      readings: {
        undefined: 'Undefined.',
        null: 'Null.',
      },
    },
    'Q-11': {
      asks: 'Do privileges and tokens work on the stored procedures session from 21 on?',
      readings: {
        asBefore: 'No, it answers as before 21.',
        works: 'Yes, as on remote and standalone sessions.',
      },
    },
    'Q-12': {
      asks: 'What does restore() answer on a desktop session from 21 on?',
      readings: {
        false: 'False.',
        error: 'An error.',
      },
    },
    'Q-13': {
      asks: 'Which number has the error of a call that the client forbids?',
      readings: {
        noNumber: 'None is documented, so none is shown; the outcome is the same.',
      },
    },
    'Q-14': {
      asks: 'Does the client see at once the privileges that the server sets?',
      readings: {
        atOnce: 'Yes, both look at the same session.',
        atConnection: 'No, it keeps those of the moment it connected.',
      },
    },
    'Q-15': {
      asks: 'What does isGuest() answer when a web request shares a desktop session?',
      readings: {
        desktop: 'False, as on the desktop.',
        web: 'What it would answer on a web session.',
      },
    },
    'Q-16': {
      asks: 'How long may web requests share a desktop session?',
      readings: {
        connection: 'As long as it lives.',
        webIdle: 'Until its idleTimeout has passed without a request from there.',
      },
    },
    'Q-17': {
      asks: 'Does clearPrivileges() give the licence back?',
      readings: {
        kept: 'No, the session keeps it until it closes or logs out.',
        released: 'Yes, when setPrivileges() had taken it.',
      },
    },
    'Q-18': {
      asks: 'Does a web session that is not REST take a licence?',
      readings: {
        none: 'No.',
        counted: 'Yes, like a REST session.',
      },
    },
    'Q-19': {
      asks: 'What does the server reply when no licence is left?',
      readings: {
        paymentRequired: 'HTTP 402.',
        unavailable: 'HTTP 503.',
      },
    },
    'Q-20': {
      asks: 'What does promote() return where it does nothing in 20 R10?',
      readings: {
        zero: '0.',
        undefined: 'Undefined.',
      },
    },
    'Q-21': {
      asks: 'May several tokens of one session be alive?',
      readings: {
        many: 'Yes, as many as one likes.',
        newestOnly: 'No, a new one replaces those before it.',
      },
    },
    'Q-22': {
      asks: 'What do Session info and Session storage answer on a client before 21 R3?',
      readings: {
        null: 'Null.',
        error: 'An error.',
      },
    },
    'Q-23': {
      asks: 'Which session has a trigger fired by a web request?',
      readings: {
        web: 'The web session of the request.',
        stored: 'The stored procedures session.',
      },
    },
    'Q-24': {
      asks: 'Does createOTP() create a token while scalable sessions are off?',
      readings: {
        token: 'Yes, though no request can redeem it.',
        empty: 'No, it returns an empty text.',
      },
    },
    'Q-25': {
      asks: 'What is Session in a place that the manual of the release does not list?',
      readings: {
        asListed: 'What the first manual that lists it says, or as in the nearest place.',
        null: 'Null.',
      },
    },
    'C-01': {
      asks: 'What does isGuest() answer on remote and stored procedures sessions?',
      readings: {
        false: 'False, as the pages from 20 R5 on say.',
        true: 'True, as the pre-release text of 20 R5 says.',
      },
    },
    'C-02': {
      asks: 'What does hasPrivilege() answer on desktop sessions up to 20 R10?',
      readings: {
        true: 'True, as the pages from 20 R5 on say.',
        false: 'False, as the pre-release text of 20 R5 says.',
      },
    },
    'C-03': {
      asks: 'What does clearPrivileges() answer where it does nothing?',
      readings: {
        byRelease: 'False up to 20 R6, True from 20 R7 on.',
        false: 'False in every release.',
        true: 'True in every release.',
      },
    },
    'C-04': {
      asks: 'Does clearing the privileges make a session Guest, up to 20 R10?',
      readings: {
        byRelease: 'Yes; from 20 R8 on not in force login mode.',
        always: 'Always.',
        exceptForced: 'Never in force login mode.',
      },
    },
    'C-05': {
      asks: 'In force login mode from 21 on, what makes a web session a Guest?',
      readings: {
        byCall: 'That setPrivileges() was not called.',
        byPrivileges: 'That it holds no privilege.',
      },
    },
    'C-06': {
      asks: 'What is the database method called that runs when a client leaves?',
      readings: {
        close: 'On Server Close Connection. Some pages write On Server Shutdown Connection, which does not exist.',
      },
    },
    'C-07': {
      asks: 'Is Session Null on a remote 4D from 21 R3 on?',
      readings: {
        byRelease: 'No, it is the client-side object.',
        null: 'Yes, as comments in the samples still say.',
      },
    },
    'C-08': {
      asks: 'Do local functions see a session?',
      readings: {
        byRelease: 'As any code of the client: the pages speak of different releases and agree for each.',
      },
    },
    'C-09': {
      asks: 'Do ORDA functions on the server see the remote session before the pages list them?',
      readings: {
        remote: 'Yes, from 20 R5 on.',
        null: 'No, not before the page that lists them.',
      },
    },
    'C-10': {
      asks: 'Is there a session in single-user?',
      readings: {
        byRelease: 'From 20 R8 on: the pages speak of different releases and agree for each.',
      },
    },
    'C-11': {
      asks: 'From when on do desktop sessions create tokens?',
      readings: {
        from21: 'From 21 on, remote and standalone.',
        remoteOnly: 'From 21 on, remote sessions alone.',
        none: 'From 21 R2 on: the web sessions page of 21 says not yet.',
      },
    },
    'C-12': {
      asks: 'How long does the token of a desktop session live?',
      readings: {
        byRelease: '10 seconds; from 21 R3 on as long as asked.',
        honoured: 'As long as asked from 21 on.',
        idle: 'Without a lifespan, as long as idleTimeout.',
      },
    },
    'C-13': {
      asks: 'Is a lifespan below 10 seconds raised to 10 after 20 R9?',
      readings: {
        dropped: 'No, the later pages do not say so.',
        kept: 'Yes, as in 20 R9.',
      },
    },
    'C-14': {
      asks: 'What does an invalid token in $4DSID do to a request with a valid cookie?',
      readings: {
        keepsCookie: 'Nothing, the session stays.',
        guest: 'It gets a new Guest session.',
      },
    },
    'C-15': {
      asks: 'From when on does hasPrivilege() see promoted privileges?',
      readings: {
        from20R10: 'From 20 R10 on, as the release notes say.',
        from21: 'From 21 on, as the history of the page says.',
      },
    },
    'C-16': {
      asks: 'What is hostType of a web session in 21 and 21 R2?',
      readings: {
        browser: '"browser".',
        system: '"windows" or "mac".',
      },
    },
    'C-17': {
      asks: 'What does Session info take?',
      readings: {
        text: 'The id as a text. Pages up to 21 R2 type it as a number, which no id is.',
      },
    },
    'C-18': {
      asks: 'Does Process activity list web sessions?',
      readings: {
        byRelease: 'From 21 on: the pages speak of different releases and agree for each.',
      },
    },
    'C-19': {
      asks: 'Where does a Web area open its page?',
      readings: {
        client: 'On the client; a server has no Web area. An early sample puts the line elsewhere.',
      },
    },
    'C-20': {
      asks: 'Is a new project created in force login mode from 21 on?',
      readings: {
        byRelease: 'No, the file generated by 21 has forceLogin false.',
        forced: 'Yes, as the page on authentication still says.',
      },
    },
    'C-21': {
      asks: 'In force login mode, does opening a REST session take a licence?',
      readings: {
        setPrivileges: 'No, calling setPrivileges() does.',
        opening: 'Yes, already the first request does.',
      },
    },
    'C-22': {
      asks: 'Without scalable sessions, does a REST request have a session?',
      readings: {
        byRelease: 'From 21 R4 on.',
        always: 'In every release.',
        never: 'In none.',
      },
    },
    'C-23': {
      asks: 'Can userName be assigned?',
      readings: {
        readOnly: 'No: on the web setPrivileges() names the session. The pages only word it differently.',
      },
    },
    'C-24': {
      asks: 'Whose storage is Storage?',
      readings: {
        byRelease:
          'That of the machine; before 21 R3 only the server is named. Session.storage is another one in every release.',
      },
    },
    'C-25': {
      asks: 'What does getPrivileges() answer on the standalone session from 21 on?',
      readings: {
        byRelease: 'The privileges it holds.',
        webAdmin: '["WebAdmin"], as an early text of 21 says.',
      },
    },
    'C-26': {
      asks: 'Can the stored procedures session hold privileges from 21 on?',
      readings: {
        asQ11: 'This is chosen under Q-11.',
      },
    },
    'C-27': {
      asks: 'Who may change privileges of a remote session?',
      readings: {
        byRelease: 'Code on the server: the pages speak of different releases and agree for each.',
      },
    },
    'C-28': {
      asks: 'How often does On Server Open Connection run for a client?',
      readings: {
        perProcess: 'Once for each process that needs it.',
        perUser: 'Once for each user.',
      },
    },
    'C-29': {
      asks: 'What is the limit of entity sets when none was set?',
      readings: {
        noLimit: 'There is none. A limit of 0, as one page can be read, would refuse every entity set.',
      },
    },
    'C-30': {
      asks: 'Are web processes used again for other sessions from 21 on?',
      readings: {
        byRelease: 'No, with scalable sessions each request begins afresh, as the release notes of 21 say.',
        pooled: 'Yes, as the pages up to 20 R10 say.',
      },
    },
    'C-31': {
      asks: 'What does createOTP() return?',
      readings: {
        token: 'An id of the token. The page of 20 R9 says of the session, which could not be used once.',
      },
    },
    'C-32': {
      asks: 'May preemptive code call Session storage?',
      readings: {
        notSimulated: 'Threads are not simulated, so both come out the same.',
      },
    },
    'C-33': {
      asks: 'In single-user from 21 on, which session does web code see?',
      readings: {
        webFirst: 'Its web session; the standalone one elsewhere.',
        standalone: 'The standalone session, like all code.',
      },
    },
  },

  /** The panels and dialogs that are opened later, each under its name. */
  panels: {
    why: {
      flip: {
        button: 'Flip it',
        offers: {
          turned: 'Search for the smallest change that turns this.',
          granted: 'Search for the smallest change that would refuse it.',
          answered: 'Search for the smallest change that gives another answer.',
        },
      },
      notices: { good: 'done', bad: 'refused', none: 'nothing there', plain: 'answered', aside: 'answered' },
      begin: 'The server runs. Nobody has connected. Take the first step, or choose what to do.',
      next: 'Next step',
      choose: 'Choose what to do',
      status: { documented: 'documented', contradicted: 'sources disagree', assumed: 'assumption' },
      manual: 'Manual: {page}, {release}',
      otherwise: 'What would change it',
      answers: 'What the code received',
      reply: 'Reply',
      tables: 'Decided in this order',
      short: {
        resolveSession: 'Session?',
        resolveWebSession: 'Session?',
        presentToken: '$4DSID read?',
        checkToken: 'Token good?',
        findSession: 'Which session?',
        takeLicence: 'Licence?',
        passGate: 'Logged in?',
        control: 'Controlled?',
        dataclassAccess: 'Dataclass',
        attributeAccess: 'Attribute',
        functionAccess: 'Function',
        singletonAccess: 'Singleton',
        readToo: 'Read too?',
        entityShape: 'Attributes',
        enterPlace: 'Runs here?',
        reachServer: 'Reached?',
        methodThere: 'Method?',
        restLogin: 'Login?',
        restInfo: '$info?',
        readHost: 'This host?',
        addressThere: 'Known?',
        giveCookie: 'Cookie?',
        promotion: 'Promoted?',
        runHandler: 'Handler?',
        openDatastore: 'Which session?',
      },
      lookedAt: 'It looked at',
      words: 'In words',
      yes: 'yes',
      no: 'no',
      states: { taken: 'passed', last: 'reached', quiet: 'not passed' },
      rests: 'Rests on an assumption: the manual does not say.',
      disagree: 'The sources disagree here; the playground follows the reading named in the rule.',
      changed: 'What changed',
      unchanged: 'Nothing changed in the world.',
      openLarge: 'Open large',
      copyMermaid: 'Copy as Mermaid',
      copySvg: 'Copy as SVG',
      savePng: 'Save as PNG',
      copyWords: 'Copy as words',
      copied: 'Copied.',
      notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
      undefined: 'Undefined',
      null: 'Null',
      error: 'error',
      noStatus: 'no answer',
    },

    session: {
      singleton: {
        session: 'Session singleton cs.{class}.me:',
        shared: 'Shared singleton cs.{class}.me of the machine:',
        process: 'Process singleton cs.{class}.me:',
      },
      use: '{object} is in use by {process}.',
      waiting: '{count|1=# waits|# wait} for it.',
      none: 'Select a session in the picture, or one of these.',
      nullTitle: 'Session is Null',
      nullOn: 'Session is Null on {machine}',
      closed: 'This session has ended. It stood here at an earlier step.',
      id: 'id',
      of: 'Session of',
      side: { server: 'server-side object', client: 'client-side object' },
      types: {
        remote: 'Remote user session',
        storedProcedure: 'Stored procedures session',
        standalone: 'Standalone session',
        web: 'Web session',
        rest: 'Web session (REST)',
      },
      member: 'Member',
      answers: 'Answers now',
      would: 'Would answer, if it were called now',
      why: 'Why',
      seenFrom: 'Seen from',
      licence: 'Licence',
      holds: 'holds one, {because}',
      holdsNone: 'holds none',
      because: {
        connection: 'since it connected',
        firstRequest: 'since its first REST request',
        setPrivileges: 'since setPrivileges()',
      },
    },

    sequence: {
      title: 'The story so far',
      empty: 'No message yet. Take a step.',
      leftOut: '{count|1=# earlier step|# earlier steps}',
    },

    act: {
      choose: 'Choose who acts',
      connect: 'Connect {user}',
      disconnect: 'Disconnect {user}',
      start: 'Start single-user 4D',
      stop: 'Stop single-user 4D',
      startWeb: 'Start the web server',
      stopWeb: 'Stop the web server',
      component: 'of component {component}',
      logOut: 'Log out',
      open: 'Open page {page}',
      openWith: 'Open page {page} with {token}',
      read: 'Read {name}',
      runHere: 'Run code here …',
      sendFrom: 'Send a request …',
      since: '{name} · from {release}',
      method: 'Method',
      procedure: 'Execute on server',
      code: 'Run code that uses Session',
      place: 'Where it runs',
      member: 'Member',
      privileges: 'Privileges',
      privilegesHint: 'basic, payroll or a role as role:Clerk',
      privilege: 'Privilege',
      token: 'Token',
      seconds: 'Lifespan in seconds',
      secondsHint: 'empty: the default',
      key: 'Key',
      value: 'Value',
      minutes: 'Minutes',
      session: 'Session, by name or id',
      drop: 'Server window: drop {user}',
      sleep: 'Let the computer sleep',
      wake: 'Wake the computer',
      cut: 'Unplug the network cable',
      restore: 'Plug the network cable in',
      alias: 'Alias',
      number: 'Number',
      outside: 'outside Use … End use',
      run: 'Run',
      request: 'Send a web request',
      to: 'To',
      url: 'Address',
      urls: {
        page: 'Page People',
        read: 'Read People',
        salaries: 'Read Salaries',
        birthday: 'Read People with birthdays',
        raise: 'Execute Salaries.raise',
        update: 'Update People',
        action: 'Method action_Session',
        login: 'Method loginAccountant',
        authentify: 'authentify()',
        catalog: 'The catalogue',
        handler: 'HTTP request handler',
        info: 'Privileges of the session',
      },
      withToken: 'With a token in $4DSID',
      noToken: 'without a token',
      unknownToken: 'a made-up token',
      crossSite: 'from another site or scheme',
      https: 'over HTTPS',
      codeRuns: 'The method uses Session',
      send: 'Send',
      turnOn: 'Turn on: {setting}',
      turnOff: 'Turn off: {setting}',
      any: {
        title: 'Anything else',
        command: 'What happens',
        give: 'Do it',
        optional: '{name} (may be empty)',
        unfit: '{name}: “{found}” does not fit.',
        kinds: {
          connectClient: 'A client connects',
          disconnectClient: 'A client disconnects',
          startStandalone: 'Single-user 4D starts',
          stopStandalone: 'Single-user 4D stops',
          startWebServer: 'A web server starts',
          stopWebServer: 'A web server stops',
          runCall: 'Code uses Session',
          executeOnServer: 'Execute on server',
          sendRequest: 'A browser sends a request',
          logOut: 'A page logs out',
          changeSetting: 'A setting changes',
          wait: 'Time passes',
          startProcess: 'A process starts on a client',
          endProcess: 'A process of a client ends',
          openDatastore: 'Open datastore',
          finishRequest: 'A request that stayed comes to its end',
          sleepClient: 'The computer of a client sleeps',
          wakeClient: 'The computer of a client wakes',
          cutNetwork: 'The network of a client is cut',
          restoreNetwork: 'The network of a client is back',
          listSessions: 'Somebody looks at the Server window',
          dropSession: 'Somebody drops a session',
        },
        fields: {
          counted: 'Counted sessions only',
          session: 'Session',
          machine: 'Machine',
          webServer: 'Web server',
          in: 'Where it runs',
          call: 'Member',
          with: 'Arguments, as JSON',
          as: 'Name of the token',
          method: 'Method',
          from: 'Browser',
          to: 'Web server',
          url: 'Address',
          token: 'Token',
          scheme: 'Scheme',
          crossSite: 'From another site or scheme',
          component: 'Component',
          code: 'Code, as JSON',
          setting: 'Setting',
          value: 'Value, as JSON',
          seconds: 'Seconds',
          process: 'Process',
          needs: 'What it needs of the server',
          scalableSession: 'Scalable sessions for this run',
          address: 'IP address',
          stays: 'Stays, under the name',
          localId: 'localID',
          idleTimeout: 'Idle timeout in minutes',
        },
      },
    },

    rules: {
      counts:
        '{simulated} of {total} rules are simulated: {documented} documented, {contradicted} where sources disagree, {assumed} assumed.',
      book: 'Open the Rulebook',
      bookSays: 'Every rule with its source, and a story that proves it.',
      step: 'Rules this step rests on',
      noStep: 'Take a step to see the rules it rests on.',
    },

    coverage: {
      title: 'Show',
      step: 'this step',
      mine: 'my story',
      suite: 'the stories that ship',
      taken: '{taken} of {of} branches taken',
      counting: 'Counting: {percent} %',
      times: '{count|1=# time|# times}',
      never: 'never taken',
      legendTaken: 'how often it was taken',
      legendNever: 'never taken',
    },

    galleryDialog: {
      freshQuestion: 'What happens if …?',
      keptStories: 'Your kept stories',
      title: 'Stories to open',
      open: 'Open',
      kept: 'What you have now can be brought back with Undo.',
    },

    shareDialog: {
      title: 'Share this moment',
      text: 'The link carries the whole story, its branchless line of steps, the release and the moment you look at. No server keeps it.',
      length: '{count|1=# character|# characters}',
      long: 'Some programs cut links beyond 2,000 characters. Prefer the file.',
      copy: 'Copy the link',
      file: 'Save as a file',
    },

    fileDialog: {
      title: 'Open or save a story file',
      text: 'A story file is JSON: world, steps and expectations. Nothing is uploaded.',
      open: 'Open a file …',
      paste: 'Or paste its text here',
      read: 'Open the text',
      save: 'Save the story as a file',
      schema: 'JSON Schema of the format',
      passed: '{count|1=# expectation holds|# expectations hold}.',
      failed:
        '{failed} of {count} expectations fail. First: after step {after}, {look} should be {expected}, found {found}.',
    },

    readings: {
      restsOn: 'This answer rests on',
      change: 'change',
      recommended: 'recommended',
      used: 'used by this story',
      title: 'Readings',
      text: 'Where the manual is silent or its pages disagree, you can choose how to read it. The story is told again.',
      questions: 'Open questions',
      contradictions: 'Contradictions',
      counts: '{count}, {turned} read otherwise than recommended',
    },

    settingsDialog: {
      title: 'Settings the story begins with',
      text: 'The story is told again with the new setting. To change one in the middle of a story, use Act.',
      scalableSessions: 'Scalable sessions',
      forceLogin: 'Force login (roles.json)',
      restrictedByDefault: 'Restricted by default (roles.json, 21 and later)',
      licences: '4D Client licences',
      applicationName: 'Application name',
      sameSite: 'Session cookie SameSite',
      roles: 'roles.json',
      rolesOn: 'The file is in force.',
      rolesAbsent: 'There is no file: nothing is restricted.',
      rolesFaulty: 'The file has a fault ({code}{where}): protection is OFF.',
      where: ', line {line}, column {column}',
      apply: 'Apply',
      ofRelease: 'As a new project of {release} has it',
      webServer: 'Web server',
      convertedProject: 'Project created before 18 R6',
      legacySessions: 'Legacy sessions, in such a project',
      webAuthentication: 'Web authentication',
      authentications: { custom: 'Custom', basic: 'Basic' },
      maxConcurrentProcesses: 'Most web processes at once',
      cookieDomain: 'Session cookie domain',
      cookiePath: 'Session cookie path',
      everywhere: 'not restricted',
    },

    helpDialog: {
      letters: 'Single letters work as keys',
      picture:
        'In the picture, arrows go from thing to thing and Enter opens what can be done there. Shift with an arrow moves the picture, + and - zoom, 0 fits.',
      title: 'Keys',
      keys: {
        forward: 'one step forward, back',
        ends: 'to the beginning, to the end',
        play: 'play or pause',
        undo: 'undo, redo',
        wait: 'let 10 seconds, 60 minutes pass',
        next: 'wait to the next expiry',
        zoom: 'zoom the picture, fit it',
        tabs: 'the tabs on the right',
        gallery: 'stories',
        share: 'share',
        help: 'this help',
        close: 'close',
      },
      signs: 'Signs',
      about: 'About',
      independent: 'This project is independent of 4D SAS. 4D is a trademark of 4D SAS.',
      honest:
        'Nothing here was measured on a running 4D: answers follow the public manual, release by release. Where it is silent or contradicts itself, the page says so.',
      embed: 'Everything runs in this page. Nothing is sent anywhere.',
    },
  },

  /** The places of the manual where code runs. */
  places: {
    executeOnServerMethod: 'Method with the Execute on Server attribute',
    trigger: 'Trigger fired by a remote user',
    ordaFunction: 'ORDA data model function, not local',
    ordaEvent: 'Computed attribute or ORDA event function',
    onServerOpenConnection: 'On Server Open Connection',
    onServerCloseConnection: 'On Server Close Connection',
    serverSingletonFunction: 'Singleton function declared server',
    clientMethod: 'Form, object or menu method on the client',
    onStartup: 'On Startup, On Exit, On Drop (client)',
    localOrdaFunction: 'ORDA function declared local',
    classFunction: 'Class or singleton function on the client',
    executeOnClient: 'Method started by EXECUTE ON CLIENT',
    componentOnServer: 'Component code run for a remote user',
    storedProcedure: 'Method started by the Execute on server command',
    onServerStartup: 'On Server Startup, On Server Shutdown',
    onBackupStartup: 'On Backup Startup or Shutdown, On System Event',
    storedProcedureOrda: 'ORDA function called from a stored procedure',
    storedProcedureTrigger: 'Trigger fired by a stored procedure',
    onSqlAuthentication: 'On SQL Authentication',
    standaloneMethod: 'Method of a single-user application',
    standaloneExecuteOnServer: 'Execute on server command in single-user',
    standaloneComponent: 'Component code in single-user',
    onWebAuthentication: 'On Web Authentication',
    onWebConnection: 'On Web Connection',
    tags: '4D tags in a semi-dynamic page',
    action: '4DACTION URL',
    handler: 'HTTP request handler',
    rest: 'REST request, or ORDA function through REST',
    singleton: 'Singleton function through REST ($singleton)',
    authentify: 'ds.authentify() through REST',
    soap: 'SOAP web service method',
    renderer: 'Qodly page',
    componentInRequest: 'Component code called by a web request',
    localInTwin: 'Function declared local, called in the twin',
    localInProcedure: 'Function declared local, called in a procedure',
    newProcessOfTwin: 'Process started by code of a twin',
    triggerInRequest: 'Trigger fired by a web request',
    localInRequest: 'Function declared local, called by a request',
    onRestAuthentication: 'On REST Authentication',
    onMobileApp: 'On Mobile App Authentication or Action',
    remoteDatastore: 'Request of another 4D through Open datastore',
  },

  /** What a step changed: how it was, and how it is now. */
  changes: {
    title: 'Before and after this step',
    was: 'was {was},',
    now: 'now {now}',
    nothing: 'nothing',
    there: 'open',
    gone: 'not there',
    fresh: 'good until {at}',
    used: 'used at {at}',
    expired: 'expired',
    what: {
      running: 'Runs or connected',
      session: 'Session',
      privileges: 'Privileges',
      userName: 'User name',
      storage: 'Storage: {which}',
      clientStorage: 'Storage on the client: {which}',
      token: 'Token {which}',
      licences: 'Licences in use',
      page: 'Page',
      cookie: 'Cookie of {which}',
      scalableSessions: 'Scalable sessions',
    },
  },

  /** The licence planner. */
  licences: {
    lead: 'How many 4D Client licences does a day take in {release}, and who is turned away?',
    presetsTitle: 'Days to begin with',
    presets: {
      areas: 'Web areas without token',
      office: 'An office of 20',
      kiosk: 'A kiosk of guests',
      burst: 'Two bursts of logins',
      company: 'A company of 1,700',
    },
    form: {
      title: 'The day',
      licences: '4D Client licences',
      forceLogin: 'Force login',
      idle: 'Idle timeout, min',
      seed: 'Draw of arrivals',
      again: 'Draw again',
      rows: 'Who comes',
      row: 'Group {number}',
      count: 'How many',
      kind: 'What they do',
      from: 'Come from',
      to: 'until',
      stay: 'Stay, min',
      every: 'Ask every … min',
      end: 'At the end they',
      add: 'Add a group',
      remove: 'Remove group {number}',
      range: '{least} to {most}',
    },
    kinds: {
      remote: '4D remote',
      shared: '4D remote, Web area with token',
      separate: '4D remote, Web area without token',
      rest: 'Browser, logs in and reads data',
      guest: 'Browser, guest who never logs in',
      action: 'Browser, 4DACTION pages only',
    },
    ends: { closes: 'close the window', clears: 'call clearPrivileges()', logsOut: 'log out' },
    problems: {
      unreadable: 'The link does not describe a day that can be planned. This is the first example instead.',
      nobody: 'Nobody comes on this day. Add a group.',
      tooManyPeople: 'These are {people} people; at most {most} can be planned.',
      tooManyRequests:
        'These are about {requests} requests; at most {most} can be told. Fewer people, or longer pauses.',
    },
    computing: 'Telling the day: {done} of {total} wishes',
    waiting: 'Telling the day …',
    peak: '{held} of {total|1=# licence is|# licences are} held at most, first at {at}.',
    none: 'No licence is held on this day; there are {total}.',
    refused:
      '{refused|1=# person is|# people are} turned away, of {people}. For all of them it takes {need|1=# licence|# licences}.',
    refusedOnly: '{refused|1=# person is|# people are} turned away, of {people}.',
    enough: 'Nobody is turned away.',
    chart: {
      title: 'Licences and sessions over the day',
      licences: 'Licences held',
      sessions: 'Sessions open',
      connections: 'by connections of 4D remote',
      web: 'by web sessions',
      available: '{total} available',
      refusals: 'turned away',
      summary:
        'From {from} to {to}: at most {held} of {total} licences held, at {at}; at most {sessions} sessions open; {refused} turned away.',
      time: 'Look at a time',
      at: '{at}: {held} of {total} held, {connections} by connections, {web} by web sessions; {sessions} sessions open; {refused} turned away so far.',
      table: 'The same as a table',
      columns: {
        at: 'Half hour from',
        connections: 'Connections',
        web: 'Web sessions',
        held: 'Held at most',
        sessions: 'Sessions open',
        refused: 'Turned away',
      },
    },
    compare: {
      label: 'Compare with',
      nothing: 'nothing',
      switches: 'The same day, but …',
      releases: 'The same day in …',
      here: 'This day',
      token: 'Web areas with token',
      noToken: 'Web areas without token',
      forceLogin: 'Force login on',
      noForceLogin: 'Force login off',
      logOut: 'Everybody logs out',
      noLogOut: 'Nobody logs out',
      idle: 'Idle timeout of {idle} minutes',
      release: '4D {release}',
    },
    why: {
      title: 'Who takes a licence, and why',
      everybody: 'Everybody, as time passes',
      row: '{count} × {kind}',
      effects: { took: 'takes one', none: 'takes none', refused: 'turned away', gaveBack: 'gives back' },
      times: '{count} ×, first at {at}',
      assumed: 'assumed',
    },
    refusals: {
      title: 'Turned away',
      none: 'Nobody on this day.',
      item: '{at} · {count} × {kind}',
      more: 'and {count|1=# more moment|# more moments}',
    },
    helps: {
      title: 'What would lower it',
      intro: 'Told again with one change each. Without limit, this day takes {need|1=# licence|# licences}.',
      saves: '{what}: {need} instead of {now}.',
      nothing: '{what}: no difference, {need}.',
      compare: 'compare',
      none: 'Nothing is left to turn: token, force login, logout and idle timeout save already, or concern nobody.',
    },
    assumptions: {
      title: 'What the manual does not say',
      none: 'Nothing in this plan rests on an assumption.',
      intro: 'The plan rests on these assumptions; each is the recommended reading of an open question.',
    },
    play: 'Play it with a few of them',
    played: 'A few of each group, with {licences|1=# licence|# licences}. Undo brings your story back.',
    link: 'Link to this day',
    story: {
      title: 'A day of licences: {people|1=# person|# people}',
      question: 'Who takes a licence on this day, and who is turned away?',
    },
    names: { client: 'User {number}', area: 'Web area', browser: 'Browser {number}' },
  },

  /** Why something from outside could not be read. */
  problems: {
    syntax: 'This is not JSON: line {line}, column {column}, at “{found}”.',
    forbiddenKey: 'The key “{found}” is not allowed: line {line}, column {column}.',
    repeatedKey: 'The key “{found}” stands twice in one object: line {line}, column {column}.',
    tooDeep: 'This is nested too deeply: line {line}, column {column}.',
    tooLong: 'The text is too long: {found} characters; 5,000,000 are allowed.',
    missing: '“{found}” is missing at {path}: line {line}, column {column}.',
    unknownKey: 'Nothing is called “{found}” at {path}: line {line}, column {column}.',
    notObject: 'An object {…} should stand at {path}: line {line}, column {column}, found “{found}”.',
    notList: 'A list […] should stand at {path}: line {line}, column {column}, found “{found}”.',
    notText: 'A text should stand at {path}: line {line}, column {column}, found “{found}”.',
    notNumber: 'A whole number should stand at {path}: line {line}, column {column}, found “{found}”.',
    notBoolean: 'true or false should stand at {path}: line {line}, column {column}, found “{found}”.',
    notAWord:
      'A name at {path} begins with a letter and goes on with letters, digits, “_”, “.” or “-”: line {line}, column {column}, found “{found}”.',
    notAChoice: '“{found}” is none of the words possible at {path}: line {line}, column {column}.',
    outOfRange: 'The number {found} at {path} is out of range: line {line}, column {column}.',
    tooMany: 'There are too many items at {path}: line {line}, column {column}.',
    textTooLong: 'The text at {path} is too long: line {line}, column {column}.',
    nestedTooDeep: 'The code at {path} is nested too deeply: line {line}, column {column}.',
    unknownFormat:
      '“{found}” is not the format session-playground/1: line {line}, column {column}. A newer version may have written it.',
    unknownRelease:
      'The release “{found}” is not simulated: line {line}, column {column}. Possible are 18 R6 to 21 R4.',
    unknownCommand: 'No command is called “{found}”, at {path}: line {line}, column {column}.',
    unknownLook: 'No part of the state is called “{found}”, at {path}: line {line}, column {column}.',
    noOperator: 'The expectation at {path} says neither “is”, “isNot” nor “has”: line {line}, column {column}.',
    unknownWorld: 'No world is called “{found}”: line {line}, column {column}.',
    unknownMachine: 'The world has no machine “{found}”, at {path}: line {line}, column {column}.',
    unknownWebServer: 'The world has no web server “{found}”, at {path}: line {line}, column {column}.',
    unknownBrowser: 'The world has no browser “{found}”, at {path}: line {line}, column {column}.',
    repeatedName: 'The name “{found}” is taken twice, at {path}: line {line}, column {column}.',
    twoServers: 'A world has one 4D Server; “{found}” is a second: line {line}, column {column}.',
    tooLate: 'The story has fewer than {found} steps, at {path}: line {line}, column {column}.',
    tooMuchWork:
      'The steps up to {path} run more than 400,000 statements: too many to tell. Line {line}, column {column}.',
    linkNonsense: 'This is not a link of the playground. Your story is unchanged.',
    linkNewer: 'This link was made by a newer version of the playground ({found}). Your story is unchanged.',
    linkCut: 'The link was cut off on its way: its end is missing. Your story is unchanged.',
    linkDamaged: 'The link was changed on its way and cannot be read. Your story is unchanged.',
    linkTooLong: 'The link is too long: {found} characters. Your story is unchanged.',
    linkNotUnderstood:
      'The link holds something this version does not know: “{found}” at {path}. Your story is unchanged.',
    linkUnknownScenario: 'The link builds on the scenario “{found}”, which is not here. Your story is unchanged.',
    linkScenarioChanged: 'The link builds on the scenario “{found}”, which has changed since. Your story is unchanged.',
    noFile: 'There is no file “{found}” that can be read.',
  },
} as const
