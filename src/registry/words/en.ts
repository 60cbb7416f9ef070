/** The field's words in English: of kinds, relationships, types, statuses and attributes, as pages show them. */

export interface FieldWords {
  /** Singular and plural. */
  readonly kinds: Readonly<Record<string, readonly [string, string]>>;
  /** From subject to object and back; what is left out is shown as the service labels it. */
  readonly relationships: Readonly<Record<string, readonly [string, string]>>;
  /** The words of enumerations: types, statuses, sides, moments, units; what is left out is shown in lower case. */
  readonly terms: Readonly<Record<string, string>>;
  /** The roles that the facts tell of, by what they say in English; what is left out is shown as it is. */
  readonly roles: Readonly<Record<string, string>>;
  /** Attributes that the sources can leave open, and other fields that are shown by name. */
  readonly attributes: Readonly<Record<string, string>>;
}

export const words: FieldWords = {
  kinds: {
    PERSON: ['person', 'people'],
    UNION: ['union', 'unions'],
    GOVERNMENT: ['government', 'governments'],
    ADMINISTRATION: ['administration', 'administrations'],
    PUBLIC_BODY: ['public body', 'public bodies'],
    POLITICAL_PARTY: ['political party', 'political parties'],
    COURT: ['court', 'courts'],
    NEWS_OUTLET: ['news outlet', 'news outlets'],
    OCCUPATIONAL_GROUP: ['occupational group', 'occupational groups'],
    OFFICE: ['office', 'offices'],
    JURISDICTION: ['jurisdiction', 'jurisdictions'],
    BARGAINING_UNIT: ['bargaining unit', 'bargaining units'],
    BARGAINING_ROUND: ['bargaining round', 'bargaining rounds'],
    PROPOSAL: ['proposal', 'proposals'],
    COLLECTIVE_AGREEMENT: ['collective agreement', 'collective agreements'],
    DISPUTE: ['dispute', 'disputes'],
    LEGISLATION: ['law or bill', 'legislation'],
    LEGAL_CHALLENGE: ['legal challenge', 'legal challenges'],
    ISSUE: ['issue', 'issues'],
    EVENT: ['event', 'events'],
    STATEMENT: ['statement', 'statements'],
    CLAIM: ['claim', 'claims'],
    ARTICLE: ['article', 'articles'],
  },
  relationships: {},
  terms: {
    PERCENT: '%',
    CAD: '$',
    // Before a number
    APPROXIMATE: 'about',
    ALMOST: 'close to',
    SHARE: 'of the whole',
    VICE_PRESIDENT: 'vice-president',
    CONCILIATION_STRIKE: 'conciliation, then strike',
    INTERESTS: 'over interests',
    RIGHTS: 'over rights',
    WALK_AWAY: 'walk-away',
    BACK_TO_WORK_LAW: 'back-to-work law',
    COUNTER_OFFER: 'counter-offer',
    STATEMENT_MADE: 'statement',
    STRIKE_NOTICE: 'strike or lockout notice',
    IN_COURT: 'in court',
    IN_LEGISLATURE: 'in the legislature',
    DIRECT_QUOTATION: 'the source quotes directly',
    PARAPHRASE: 'the source paraphrases',
    MIXED: 'the source quotes in part',
    QUOTED: 'quotes the speaker directly',
    PARTLY_QUOTED: 'quotes the speaker in part',
    TOLD: 'paraphrases the speaker',
    ANSWERED: 'answered by another claim',
    ANSWERS: 'answers another claim',
    ASSERTED_ONLY: 'asserted, and not contested',
    EMPLOYEE: 'employee side',
    SUPPORT: 'for',
    OPPOSE: 'against',
    CONDITIONAL: 'for, on conditions',
    BODY: 'body text',
  },
  roles: {},
  attributes: {
    type: 'subtype',
    status: 'status',
    singleSeat: 'held by one at a time',
    sizeAsOf: 'date of the size',
    sizeApproximation: 'how exact the size is',
    essentialShare: 'share that is essential',
    essentialShareApproximation: 'how exact the essential share is',
    inFavour: 'votes for it',
    inFavourApproximation: 'how exact the votes for it are',
    turnoutApproximation: 'how exact the turnout is',
    effective: 'in effect from',
    route: 'route of resolution',
    extensionTo: 'possible extension',
    extensionDecidedBy: 'who decides on the extension',
    extensionDecisionExpected: 'decision on the extension',
    extensionAccordingTo: 'who says when the extension is decided',
    extensionLikelihood: 'how likely that decision is',
    low: 'lower bound',
    high: 'upper bound',
    sha256: 'SHA-256 digest',
    retrieved: 'day of retrieval',
    from: 'start',
    until: 'end',
    accordingTo: 'who says so',
    affects: 'what is affected',
    // The registers of others
    wikidata: 'Wikidata',
    isni: 'ISNI',
    viaf: 'VIAF',
    legisinfo: 'LEGISinfo',
    openparliament: 'openparliament.ca',
    canlii: 'CanLII',
    esdc: 'Negotech',
  },
};
