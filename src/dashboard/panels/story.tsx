/** Which panels tell the story of an entity, by its kind. */
import type { ComponentType } from 'react';
import { SourceCoverage } from './article.tsx';
import { Claim } from './claim.tsx';
import { Claims } from './claims.tsx';
import { ClaimsPutForward } from './claimsPutForward.tsx';
import { Deadlines } from './deadlines.tsx';
import { Gap } from './gap.tsx';
import { inShort } from './inShort.tsx';
import { Legislation } from './legislation.tsx';
import { Holders, OfficesOfBody, OfficesOfPerson } from './offices.tsx';
import { Parties } from './parties.tsx';
import { Positions } from './positions.tsx';
import { Proposals } from './proposals.tsx';
import { Statements } from './statements.tsx';

type Part = ComponentType<{ id: string }>;

/** Wide panels first: those of half the width stand side by side with the timeline. */
const actor: readonly Part[] = [Claims, Proposals, Positions, Statements];
const body: readonly Part[] = [OfficesOfBody, ...actor];

const stories: Readonly<Record<string, readonly Part[]>> = {
  DISPUTE: [Parties, Gap, Claims, ClaimsPutForward, Proposals, Deadlines, Statements],
  BARGAINING_ROUND: [
    Parties,
    inShort('COMPARED_WITH'),
    Gap,
    Claims,
    ClaimsPutForward,
    Proposals,
    Deadlines,
    Statements,
  ],
  LEGAL_CHALLENGE: [Parties, inShort('HEARD_BY'), Claims, Statements],
  COLLECTIVE_AGREEMENT: [Parties, Claims, Statements],
  BARGAINING_UNIT: [inShort('REPRESENTS', 'EMPLOYS', 'COVERS'), Claims, Statements],
  PROPOSAL: [Proposals, Claims, Positions, Statements],
  LEGISLATION: [Legislation, Claims, Proposals, Deadlines, Positions, Statements],
  EVENT: [inShort('TAKES_PART_IN', 'OCCURS_IN', 'PART_OF', 'LEADS_TO', 'CONCERNS'), Claims, Deadlines, Statements],
  ISSUE: [Claims, Proposals, Positions, Statements],
  CLAIM: [Claim, Claims, Statements],
  STATEMENT: [inShort('MAKES', 'MADE_IN', 'ABOUT', 'CONCERNS'), Claims],
  OFFICE: [Holders, Claims, Statements],
  PERSON: [OfficesOfPerson, ...actor],
  UNION: body,
  GOVERNMENT: body,
  ADMINISTRATION: body,
  PUBLIC_BODY: body,
  POLITICAL_PARTY: body,
  COURT: body,
  NEWS_OUTLET: body,
  OCCUPATIONAL_GROUP: actor,
  ARTICLE: [inShort('PUBLISHED_BY', 'WRITTEN_BY'), SourceCoverage],
};

/** Of a kind that is not listed here: what may be said of anything, each left out where there is nothing of it. */
const anything: readonly Part[] = [Parties, Claims, ClaimsPutForward, Proposals, Deadlines, Positions, Statements];

export const storyOf = (kind: string): readonly Part[] => stories[kind] ?? anything;
