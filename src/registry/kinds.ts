/** The kinds of things that the graph knows: a page that a domain person can read, and that drives the code. */
import { approximations, units } from './amounts.ts';
import type { KindDefinition, Vocabulary } from './definitions.ts';
import { isKeyOf, keysOf } from './keys.ts';

const proposed: Vocabulary = {
  TABLED: 'Put to the other side and still standing.',
  SUPERSEDED: 'Replaced by a later proposal of the same party.',
  ENACTED: 'Made law, to take effect if the parties do not agree.',
  ACCEPTED: 'Agreed to by the other side.',
  REJECTED: 'Refused by the other side.',
};

const legislativeStages = {
  INTRODUCED: 'Tabled in the legislature; first reading.',
  IN_COMMITTEE: 'Under study by a committee.',
  PASSED: 'Adopted by the legislature.',
  IN_FORCE: 'Has taken effect.',
  REPEALED: 'No longer law.',
} as const satisfies Vocabulary;

/** Events of which there are a question, a result and shares. */
const votes = ['RATIFICATION_VOTE', 'STRIKE_VOTE', 'ELECTION'];

export const kinds = {
  PERSON: {
    graphql: 'Person',
    plural: 'people',
    classes: ['person:Person', 'schema:Person'],
    description:
      'A human being who holds office, speaks, or takes part; named in a source, or known by the office alone.',
    actor: true,
  },
  UNION: {
    graphql: 'Union',
    plural: 'unions',
    classes: ['org:Organization', 'schema:Organization'],
    description: 'A trade union, or a component or local of one, that represents employees in bargaining.',
    types: {
      NATIONAL: 'Organizes across the country.',
      PROVINCIAL: 'Organizes in one province.',
      COMPONENT: 'A part of a national union, usually for one department or group of them.',
      LOCAL: 'A local of a union.',
    },
    actor: true,
    organization: true,
  },
  GOVERNMENT: {
    graphql: 'Government',
    plural: 'governments',
    classes: ['org:Organization', 'schema:GovernmentOrganization'],
    description: 'The standing government of a jurisdiction, whoever leads it.',
    types: { FEDERAL: 'Of the country.', PROVINCIAL: 'Of a province.' },
    actor: true,
    organization: true,
  },
  ADMINISTRATION: {
    graphql: 'Administration',
    plural: 'administrations',
    classes: ['org:Organization', 'schema:Organization'],
    description: 'A government in the hands of one leader or party, between two dates: a ministry.',
    start: 'The day on which it was sworn in.',
    end: 'The day on which it left office.',
    actor: true,
    organization: true,
    isPeriod: true,
  },
  PUBLIC_BODY: {
    graphql: 'PublicBody',
    plural: 'publicBodies',
    classes: ['org:Organization', 'schema:GovernmentOrganization'],
    description: 'A department, agency, board or cabinet of a government, or a public employer.',
    types: {
      EMPLOYER: 'The employer in law of public employees.',
      DEPARTMENT: 'A department or ministry.',
      AGENCY: 'An agency at arm’s length.',
      BOARD: 'A board or commission.',
      CABINET: 'A committee of ministers that decides for a government.',
      LEGISLATURE: 'An elected assembly that makes laws.',
    },
    actor: true,
    organization: true,
  },
  POLITICAL_PARTY: {
    graphql: 'PoliticalParty',
    plural: 'politicalParties',
    classes: ['org:Organization', 'schema:PoliticalParty'],
    description: 'A party that stands for election and forms governments.',
    actor: true,
    organization: true,
  },
  COURT: {
    graphql: 'Court',
    plural: 'courts',
    classes: ['org:Organization', 'schema:Organization'],
    description: 'A court or tribunal that hears legal challenges.',
    actor: true,
    organization: true,
  },
  NEWS_OUTLET: {
    graphql: 'NewsOutlet',
    plural: 'newsOutlets',
    classes: ['org:Organization', 'schema:NewsMediaOrganization'],
    description: 'A publisher, broadcaster or agency that puts out news.',
    types: {
      BROADCASTER: 'Radio, television and their sites.',
      AGENCY: 'Sells its reports to other outlets.',
      WEBSITE: 'Publishes online.',
      PROGRAMME: 'A programme of a broadcaster.',
    },
    actor: true,
    organization: true,
  },
  OCCUPATIONAL_GROUP: {
    graphql: 'OccupationalGroup',
    plural: 'occupationalGroups',
    classes: ['org:Organization'],
    description: 'People of one occupation or situation, taken together, who are spoken of as a group.',
    actor: true,
  },
  OFFICE: {
    graphql: 'Office',
    plural: 'offices',
    classes: ['org:Post'],
    description:
      'A post that people hold one after another; kept apart from its holders. It can speak where nobody says who holds it.',
    actor: true,
    types: {
      PRESIDENT: 'Heads the organization.',
      VICE_PRESIDENT: 'Stands in for or next to a president.',
      PREMIER: 'Heads a provincial government.',
      DEPUTY_PREMIER: 'Stands in for a premier.',
      NEGOTIATOR: 'Bargains for a party at the table.',
      MINISTER: 'Heads a department of a government.',
      DEPUTY_MINISTER: 'The senior public servant of a department.',
      SPOKESPERSON: 'Speaks to the public for an organization.',
      MEDIATOR: 'Helps the parties to agree, and decides nothing.',
      ARBITRATOR: 'Decides what the parties do not agree on.',
    },
    details: { model: 'office', attributes: { singleSeat: 'boolean' }, required: ['singleSeat'] },
  },
  JURISDICTION: {
    graphql: 'Jurisdiction',
    plural: 'jurisdictions',
    classes: ['geonames:Feature', 'schema:AdministrativeArea'],
    description: 'The area that a government governs.',
    types: { COUNTRY: 'A state.', PROVINCE: 'A province or territory of one.' },
    details: { model: 'jurisdiction', attributes: { code: 'text' }, required: ['code'] },
  },
  BARGAINING_UNIT: {
    graphql: 'BargainingUnit',
    plural: 'bargainingUnits',
    description: 'A group of employees for whom a union bargains with an employer.',
    details: {
      model: 'bargainingUnit',
      attributes: {
        size: 'integer',
        sizeApproximation: { graphql: 'Approximation', oneOf: approximations },
        sizeAsOf: 'date',
        occupations: 'texts',
        essentialShare: 'share',
        essentialShareApproximation: { graphql: 'Approximation', oneOf: approximations },
      },
      // Without one, a figure is exact.
      ifAny: ['sizeApproximation', 'essentialShareApproximation'],
    },
  },
  BARGAINING_ROUND: {
    graphql: 'BargainingRound',
    plural: 'bargainingRounds',
    description: 'One round of collective bargaining for an agreement, from notice to ratification or imposition.',
    types: {
      SINGLE_TABLE: 'For one unit.',
      MULTIPLE_TABLES: 'For several units, at tables of their own.',
      TABLE: 'One of the tables of a round, which is part of it and has a state of its own.',
    },
    statuses: {
      NOTICE_GIVEN: 'Notice to bargain has been given.',
      IN_BARGAINING: 'The parties meet.',
      SUSPENDED: 'The parties do not meet for now.',
      IMPASSE: 'A party has declared that no progress is possible.',
      MEDIATION: 'A mediator assists.',
      CONCILIATION: 'A conciliator or conciliation board is at work.',
      ARBITRATION: 'An arbitrator will decide.',
      TENTATIVE_AGREEMENT: 'Agreed at the table, not yet ratified.',
      RATIFIED: 'Ratified by the members and the employer.',
      SETTLEMENT_IMPOSED: 'The terms were imposed by law.',
    },
    start: 'When bargaining began.',
    end: 'When it was settled.',
    details: {
      model: 'bargainingRound',
      attributes: {
        agreementExpiry: 'date',
        route: {
          graphql: 'ResolutionRoute',
          oneOf: {
            CONCILIATION_STRIKE: 'Conciliation, and a strike if it fails.',
            ARBITRATION: 'Binding arbitration.',
            LEGISLATED: 'A law imposes the terms.',
          },
        },
      },
    },
    open: ['proposals'],
    isPeriod: true,
  },
  PROPOSAL: {
    graphql: 'Proposal',
    plural: 'proposals',
    description: 'What one side puts to the other, or what a law would impose, term by term.',
    types: {
      DEMAND: 'What a union asks for.',
      OFFER: 'What an employer proposes.',
      COUNTER_OFFER: 'An answer to the other side’s proposal.',
      IMPOSED_SETTLEMENT: 'Terms that a law imposes.',
    },
    statuses: proposed,
    start: 'When it was put forward.',
  },
  COLLECTIVE_AGREEMENT: {
    graphql: 'CollectiveAgreement',
    plural: 'collectiveAgreements',
    description: 'The agreement that sets the terms of employment of a bargaining unit.',
    types: {
      NEGOTIATED: 'Reached at the table.',
      ARBITRAL_AWARD: 'Set by an arbitrator.',
      LEGISLATED: 'Set by law.',
    },
    statuses: {
      TENTATIVE: 'Agreed at the table, not yet ratified.',
      RATIFIED: 'Ratified by the members and the employer.',
      REJECTED: 'Refused by the members or the employer.',
      IN_FORCE: 'Its term runs.',
      EXPIRED: 'Its term is over.',
    },
    start: 'First day of its term.',
    end: 'Last day of its term.',
    isPeriod: true,
  },
  DISPUTE: {
    graphql: 'Dispute',
    plural: 'disputes',
    description: 'A labour dispute: a disagreement between an employer and employees or their union.',
    types: {
      INTERESTS: 'Over what the terms of employment should become.',
      RIGHTS: 'Over what existing terms or laws mean.',
    },
    statuses: {
      OPEN: 'Not resolved.',
      TALKS_BROKEN_OFF: 'A side has left the table.',
      TALKS_RESUMING: 'The sides have arranged to meet again.',
      SETTLED: 'Resolved.',
    },
    start: 'When it arose.',
    end: 'When it was resolved.',
    isPeriod: true,
  },
  LEGISLATION: {
    graphql: 'Legislation',
    plural: 'laws',
    classes: ['schema:Legislation'],
    description: 'A bill or an act, with its stages and what it provides.',
    types: { BILL: 'Before a legislature.', ACT: 'Made law.' },
    statuses: legislativeStages,
    start: 'When it was introduced.',
    end: 'When it ceased to have effect.',
    details: { model: 'legislation', attributes: { number: 'text', title: 'text' } },
    isPeriod: true,
  },
  LEGAL_CHALLENGE: {
    graphql: 'LegalChallenge',
    plural: 'legalChallenges',
    description: 'A case in court against a law or an act of an employer. An accusation alone is none.',
    types: {
      CONSTITUTIONAL: 'On constitutional grounds.',
      STATUTORY: 'On grounds of an ordinary law.',
    },
    statuses: {
      ANNOUNCED: 'Said to be coming.',
      BEFORE_THE_COURT: 'Filed and not decided.',
      DECIDED: 'Ruled on.',
      WITHDRAWN: 'Given up.',
    },
    start: 'When it was filed.',
    end: 'When it was decided or withdrawn.',
    details: { model: 'legalChallenge', attributes: { grounds: 'text' } },
    open: ['court'],
    isPeriod: true,
  },
  ISSUE: {
    graphql: 'Issue',
    plural: 'issues',
    classes: ['skos:Concept'],
    description: 'A subject at stake, narrower or broader than others.',
  },
  EVENT: {
    graphql: 'Event',
    plural: 'events',
    classes: ['schema:Event'],
    description: 'Something that happened or was due to happen, at a time.',
    types: {
      NOTICE_TO_BARGAIN: 'A party gives notice to bargain.',
      TALKS: 'A bargaining session or series of them.',
      WALK_AWAY: 'A side leaves the table. It is neither an impasse nor a strike.',
      IMPASSE: 'A side declares that no progress is possible.',
      MEDIATION: 'A mediator is named, at work, or reports.',
      CONCILIATION: 'A conciliator, board or commission is named, at work, or reports.',
      ARBITRATION: 'Arbitration is asked for, begun, awarded, or taken away.',
      CONCESSION: 'A side gives ground.',
      PROPOSAL_TABLED: 'A proposal is put forward.',
      TENTATIVE_AGREEMENT: 'The parties agree at the table; it is not yet ratified.',
      RATIFICATION_VOTE: 'The members or the employer vote on an agreement.',
      AGREEMENT_RATIFIED: 'An agreement is ratified or signed.',
      BILL_INTRODUCED: 'A bill is tabled in a legislature.',
      LAW_PASSED: 'A law is adopted.',
      LAW_REPEALED: 'A law is repealed or withdrawn.',
      BACK_TO_WORK_LAW: 'A law ends a strike or lockout.',
      AGREEMENT_EXPIRED: 'A collective agreement’s term ends.',
      STRIKE_VOTE: 'Members vote on a strike.',
      STRIKE_NOTICE: 'Notice of a strike or lockout is served.',
      STRIKE: 'Employees stop work.',
      LOCKOUT: 'An employer keeps employees from work.',
      RETURN_TO_WORK: 'Employees go back to work after a strike or lockout.',
      JOB_ACTION: 'Pickets, rallies, work to rule, a ban on overtime: short of a strike.',
      COURT_FILING: 'A case is begun.',
      COURT_RULING: 'A court decides.',
      STATEMENT_MADE: 'Somebody speaks out: an interview, a press conference, a message.',
      ELECTION: 'A general election.',
      BUDGET: 'A budget is tabled.',
      HIRING: 'Staff are taken on.',
      LAYOFF: 'Jobs are cut.',
      CABINET_MEETING: 'Ministers meet to decide.',
      DEADLINE: 'A day by which something must be done, or else.',
    },
    statuses: {
      SCHEDULED: 'Arranged; the source does not say that it took place.',
      ONGOING: 'Had begun and not ended when the source spoke of it.',
      OCCURRED: 'Took place.',
      POSTPONED: 'Put off to a later time.',
      CANCELLED: 'Called off.',
      OPTIONAL: 'May be brought about, and had not been.',
    },
    start: 'When it happened, or was due to.',
    end: 'When it ended.',
    details: {
      model: 'event',
      attributes: {
        consequence: 'text',
        extensionTo: 'date',
        extensionDecidedBy: 'entity',
        extensionDecisionExpected: 'date',
        extensionAccordingTo: 'entity',
        extensionLikelihood: {
          graphql: 'Likelihood',
          oneOf: { LIKELY: 'Called likely.', POSSIBLE: 'Called possible, or not ruled out.' },
        },
        accordingTo: 'entity',
        timeOfDay: 'time',
        question: 'text',
        result: {
          graphql: 'VoteResult',
          oneOf: { APPROVED: 'More were for it, or as many as it takes.', REJECTED: 'It did not pass.' },
        },
        inFavour: 'share',
        inFavourApproximation: { graphql: 'Approximation', oneOf: approximations },
        turnout: 'share',
        turnoutApproximation: { graphql: 'Approximation', oneOf: approximations },
      },
      onlyOf: {
        consequence: ['DEADLINE'],
        extensionTo: ['DEADLINE'],
        extensionDecidedBy: ['DEADLINE'],
        extensionDecisionExpected: ['DEADLINE'],
        extensionAccordingTo: ['DEADLINE'],
        extensionLikelihood: ['DEADLINE'],
        ...Object.fromEntries(['question', 'result', 'inFavour', 'turnout'].map((name) => [name, votes])),
      },
      ifAny: [
        ...['accordingTo', 'extensionAccordingTo', 'extensionLikelihood'],
        ...['inFavourApproximation', 'turnoutApproximation'],
      ],
    },
  },
  STATEMENT: {
    graphql: 'Statement',
    plural: 'statements',
    // What is held of one is a paraphrase, which is no schema:Quotation.
    classes: ['opengov:Speech'],
    description: 'What somebody said or wrote, told in the project’s words.',
    types: {
      DIRECT_QUOTATION: 'The source gives the speaker’s own words.',
      PARAPHRASE: 'The source tells it in its words.',
      MIXED: 'The source gives some of the speaker’s words and tells the rest.',
    },
    start: 'When it was said.',
    details: {
      model: 'statement',
      attributes: {
        medium: {
          graphql: 'Medium',
          oneOf: {
            RADIO_INTERVIEW: 'Said on the air.',
            NEWS_INTERVIEW: 'Said to a reporter.',
            MESSAGE_TO_MEMBERS: 'Written by a union to its members.',
            EMAIL: 'Written to a reporter.',
            PRESS_CONFERENCE: 'Said to the press at large.',
            MEDIA_STATEMENT: 'Written to the press at large, as a statement.',
            NEWS_RELEASE: 'Put out as a news release.',
            SOCIAL_MEDIA: 'Posted on social media.',
            IN_COURT: 'Said in a court or before a tribunal, or filed there.',
            IN_LEGISLATURE: 'Said in a legislature or before its committee.',
          },
        },
      },
    },
  },
  CLAIM: {
    graphql: 'Claim',
    plural: 'claims',
    classes: ['schema:Claim'],
    description: 'A proposition that can be asserted, disputed, denied or qualified; often a figure.',
    types: {
      FIGURE: 'A measured quantity.',
      PROPOSITION: 'Something held to be so.',
      ACCUSATION: 'That somebody did wrong.',
      COMMITMENT: 'That somebody will do something.',
    },
    details: {
      model: 'claim',
      attributes: {
        measure: 'text',
        value: 'amount',
        low: 'decimal',
        high: 'decimal',
        unit: { graphql: 'Unit', oneOf: units },
        period: 'text',
        approximation: { graphql: 'Approximation', oneOf: approximations },
      },
      onlyOf: Object.fromEntries(
        ['measure', 'value', 'low', 'high', 'unit', 'period', 'approximation'].map((name) => [name, ['FIGURE']]),
      ),
      alternatives: [['value'], ['low', 'high']],
      ifAny: ['approximation'],
    },
  },
  ARTICLE: {
    graphql: 'Article',
    plural: 'articles',
    classes: ['schema:NewsArticle'],
    description: 'A published news article that facts are taken from.',
    start: 'When it was published.',
    details: {
      model: 'article',
      attributes: {
        ...{ file: 'text', sha256: 'text', updated: 'date' },
        ...{ headline: 'text', byline: 'text', address: 'text', retrieved: 'date' },
      },
      required: ['file', 'sha256'],
    },
  },
} as const satisfies Record<string, KindDefinition>;

export type Kind = keyof typeof kinds;
export const kindNames = keysOf(kinds);

/** The definition of a kind, seen through the shared shape. */
export function kindDefinition(kind: Kind): KindDefinition {
  return kinds[kind];
}

/** True if the text names a kind. */
export function isKind(text: string): text is Kind {
  return isKeyOf(kinds, text);
}

const where = (holds: (definition: KindDefinition) => boolean): Kind[] =>
  kindNames.filter((kind) => holds(kinds[kind]));

/** Who can act. */
export const actorKinds = where((kind) => kind.actor === true);
/** Bodies that people belong to or work for. */
export const organizationKinds = where((kind) => kind.organization === true);

/** What goes on from its start until its end. */
export const periodKinds = where((kind) => kind.isPeriod === true);
