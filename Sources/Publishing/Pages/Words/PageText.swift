/// What the pages say, by the keys of `interface.tsv`. Loading the list fails where one is missing.
package enum PageText: String, CaseIterable, Sendable {
  // The frame of every page.
  case siteName = "site-name"
  case skip
  case pages
  case overview, missions, sources
  case language
  case otherForms = "other-forms"
  case madeBy = "made-by"
  case home

  // Periods and dates.
  case fromTo = "from-to"
  case within
  case notStated = "not-stated"
  case ongoing, unknown
  case period, begin, end
  case lineNumber = "line-number"
  case pageNumber = "page-number"
  case rowNumber = "row-number"
  case tableNumber = "table-number"

  // The overview.
  case overviewLead = "overview-lead"
  case emptyRegister = "empty-register"
  case latest
  case askOnDay = "ask-on-day"

  // The list of missions.
  case onDay = "on-day"
  case onDayHint = "on-day-hint"
  case during
  case duringHint = "during-hint"
  case inPlace = "in-place"
  case ofOrganisation = "of-organisation"
  case kind
  case anyKind = "any-kind"
  case showNo = "show-no"
  case show, clear
  case asked
  case notADay = "not-a-day"
  case noneFound = "none-found"
  case noneKnown = "none-known"
  case nextPage = "next-page"
  case firstPage = "first-page"
  case answer, mission, from, why, evidence
  case restartHint = "restart-hint"

  // A mission.
  case alsoNamed = "also-named"
  case identifier
  case readFrom = "read-from"
  case ruleOfPeriod = "rule-of-period"
  case datesWeighed = "dates-weighed"
  case datesWeighedHint = "dates-weighed-hint"
  case edge, date, property, verdict, taken
  case notTaken = "not-taken"
  case statements
  case rule, note
  case proposal
  case noLonger = "no-longer"
  case decidedBy = "decided-by"
  case amendedTo = "amended-to"
  case because
  case history
  case readAs = "read-as"
  case noStatements = "no-statements"

  // The timeline.
  case timeline
  case lanes
  case lanesNone = "lanes-none"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case earlier, later, whole
  case tooMany = "too-many"
  case stretch
  case otherMissions = "other-missions"
  case window
  case undated

  // Search, checks, history.
  case search
  case searchHint = "search-hint"
  case words
  case nothingFound = "nothing-found"
  case checks
  case checksLead = "checks-lead"
  case finding
  case anyFinding = "any-finding"
  case showSettled = "show-settled"
  case settledBy = "settled-by"
  case noFinding = "no-finding"
  case shownOf = "shown-of"
  case findingsOfSome = "findings-of-some"
  case historyOfRegister = "history-of-register"
  case historyLead = "history-lead"
  case since
  case undone

  // The review.
  case review
  case reviewOf = "review-of"
  case reviewNone = "review-none"
  case reviewEnd = "review-end"
  case reviewAgain = "review-again"
  case reviewReadOnly = "review-read-only"
  case reviewHere = "review-here"
  case notListed = "not-listed"
  case filter, state
  case dropped
  case droppedShort = "dropped-short"
  case droppedLead = "dropped-lead"
  case noneDropped = "none-dropped"
  case deciding = "deciding-hint"
  case someLines = "some-lines"
  case whatChecksFind = "what-checks-find"
  case anyOne = "any-one"
  case onlyThese = "only-these"
  case alsoStated = "also-stated"
  case following, previous, next
  case toPassage = "to-passage"
  case accept, reject, amend, value
  case passOver = "pass-over"
  case saveAmendment = "save-amendment"
  case noteOptional = "note-optional"
  case dateHint = "date-hint"
  case lastAction = "last-action"
  case undoneBefore = "undone-before"
  case decidedMeanwhile = "decided-meanwhile"
  case reviewSignIn = "review-sign-in"
  case reviewSignInLink = "review-sign-in-link"
  case bulkTitle = "bulk-title"
  case bulkAccept = "bulk-accept"
  case bulkReject = "bulk-reject"
  case bulkChanged = "bulk-changed"
  case bulkSamples = "bulk-samples"
  case bulkBack = "bulk-back"
  case nothingDone = "nothing-done"
  case confirmAccept = "confirm-accept"
  case confirmReject = "confirm-reject"
  case keys
  case keysHint = "keys-hint"
  case keysOn = "keys-on"
  case keysUsual = "keys-usual"
  case keyTaken = "key-taken"

  // Questions.
  case ask
  case askLead = "ask-lead"
  case askRunning = "ask-running"
  case askGaps = "ask-gaps"
  case askTotals = "ask-totals"
  case askLineage = "ask-lineage"
  case askSupport = "ask-support"
  case asOfDay = "as-of-day"
  case asOfDayHint = "as-of-day-hint"
  case asOfRemark = "as-of-remark"
  case askNow = "ask-now"

  // Totals.
  case totals
  case totalsLead = "totals-lead"
  case quantity
  case quantityHint = "quantity-hint"
  case number
  case isCounted = "is-counted"
  case notAddedUp = "not-added-up"
  case about
  case orMore = "or-more"
  case supposed
  case nothingCounted = "nothing-counted"
  case countedAre = "counted-are"

  // Presence and gaps.
  case gaps
  case gapsLead = "gaps-lead"
  case gapsOnly = "gaps-only"
  case noOrganisation = "no-organisation"
  case noPlace = "no-place"
  case present, days
  case certainlyAGap = "certainly-a-gap"
  case possiblyAGap = "possibly-a-gap"
  case noGap = "no-gap"
  case fromOn = "from-on"
  case until
  case atAnyTime = "at-any-time"
  case nothingDated = "nothing-dated"
  case mayFill = "may-fill"

  // Lineage.
  case lineage
  case lineageLead = "lineage-lead"
  case missionHint = "mission-hint"
  case predecessors
  case followOns = "follow-ons"
  case cameBefore = "came-before"
  case followed
  case shownElsewhere = "shown-elsewhere"
  case noLineage = "no-lineage"
  case noSuchMission = "no-such-mission"

  // What statements rest on.
  case support
  case supportLead = "support-lead"
  case restsOn = "rests-on"
  case anySupport = "any-support"
  case alsoSaid = "also-said"
  case nothingStated = "nothing-stated"

  // Sources.
  case source, title, author, publisher, published, modified
  case asOf = "as-of"
  case location, format
  case asOfUnknown = "as-of-unknown"
  case upload, uploaded
  case settle, relate
  case chooseFiles = "choose-files"
  case chooseFilesHint = "choose-files-hint"
  case sourceDateHint = "source-date-hint"
  case tables
  case columnsMean = "columns-mean"
  case columnsMeanHint = "columns-mean-hint"
  case guessMap = "guess-map"
  case mapOf = "map-of"
  case mapProposed = "map-proposed"
  case readByMap = "read-by-map"
  case sourcesLead = "sources-lead"
  case sourceText = "source-text"
  case textAsRead = "text-as-read"
  case download
  case part
  case previousPart = "previous-part"
  case nextPart = "next-part"
  case passages
  case noPassages = "no-passages"
  case passage
  case backToPassage = "back-to-passage"
  case permalink
  case askedPassage = "asked-passage"
  case missionsHere = "missions-here"
  case doubts
  case replaced

  // Signing in and what was done.
  case signIn = "sign-in"
  case signOut = "sign-out"
  case signInLead = "sign-in-lead"
  case needsLink = "needs-link"
  case linkWasUsed = "link-was-used"
  case newLink = "new-link"
  case onlyShows = "only-shows"
  case yourName = "your-name"
  case nameHint = "name-hint"
  case token
  case tokenHint = "token-hint"
  case undo
  case undoneNow = "undone-now"
  case nothingToUndo = "nothing-to-undo"

  // Problems.
  case problem
  case goHome = "go-home"

  /// Phrases that count, with the keys `.one` and `.many`.
  package enum Counted: String, CaseIterable, Sendable {
    case missions = "count-missions"
    case sources = "count-sources"
    case statements = "count-statements"
    case open = "count-open"
    case decided = "count-decided"
    case certainly = "count-certainly"
    case possibly = "count-possibly"
    case no = "count-no"
    case findings = "count-findings"
    case hits = "count-hits"
    case figures = "count-figures"
    case certainGaps = "count-certain-gaps"
    case possibleGaps = "count-possible-gaps"
    case wouldAccept = "count-would-accept"
    case wouldReject = "count-would-reject"
    case decidedSo = "count-decided-so"
  }

  /// Closed lists whose words have names, with keys such as `kind.mission`.
  package enum List: String, CaseIterable, Sendable {
    case kind, origin, answer, property, verdict, edge, finding, lanes, deed, upload, relation, role
    case support
  }
}
