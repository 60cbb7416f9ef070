/** The field's words in English: of kinds, relationships, types, statuses and attributes, as pages show them. */

export interface FieldWords {
  /** Singular and plural. */
  readonly kinds: Readonly<Record<string, readonly [string, string]>>;
  /** From subject to object and back; what is left out is shown as the service labels it. */
  readonly relationships: Readonly<Record<string, readonly [string, string]>>;
  /** The words of enumerations: types, statuses, sides, moments, units; what is left out is shown in lower case. */
  readonly terms: Readonly<Record<string, string>>;
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
    VICE_PRESIDENT: 'vice-president',
    CONCILIATION_STRIKE: 'conciliation, then strike',
    INTERESTS: 'over interests',
    RIGHTS: 'over rights',
    WALK_AWAY: 'walk-away',
    BACK_TO_WORK_LAW: 'back-to-work law',
    COUNTER_OFFER: 'counter-offer',
    STATEMENT_MADE: 'statement',
    DIRECT_QUOTATION: 'quoted',
    PARAPHRASE: 'paraphrased',
    MIXED: 'partly quoted',
    EMPLOYEE: 'employee side',
    SUPPORT: 'for',
    OPPOSE: 'against',
    CONDITIONAL: 'for, on conditions',
    BODY: 'body text',
  },
  attributes: {
    type: 'sort',
    status: 'state',
    singleSeat: 'held by one at a time',
    sizeAsOf: 'date of the size',
    route: 'route of resolution',
    extensionTo: 'possible extension',
    extensionDecidedBy: 'who decides on the extension',
    extensionDecisionExpected: 'decision on the extension',
    low: 'lower bound',
    high: 'upper bound',
    sha256: 'SHA-256 digest',
    from: 'start',
    until: 'end',
    accordingTo: 'who says so',
    affects: 'what is affected',
  },
};
