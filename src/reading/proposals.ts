/**
 * From what was recognised in an article to records that a person decides about: plain data, in the shape of the seed
 * files. No sentence of the article is in them, but names, figures and cues alone.
 */

import { draftActors, draftIssues } from './drafting/actors.ts';
import { draftArticle } from './drafting/article.ts';
import { type About, openDrafts } from './drafting/drafts.ts';
import { draftEvents } from './drafting/events.ts';
import { draftFigures } from './drafting/figures.ts';
import { draftJurisdictions } from './drafting/jurisdictions.ts';
import { draftOffices } from './drafting/offices.ts';
import { draftStatements } from './drafting/statements.ts';
import type { KnownFacts, Plain } from './knowledge.ts';
import type { Knowledge, Reading } from './types.ts';

/** The file that a record is written to. */
export type ProposalFile = 'article' | 'actors' | 'story' | 'additions';

export interface Proposal {
  /** The id of the entity, or that of the relationship, which is made of its ends. */
  readonly id: string;
  /** An entity without its relationships, or a relationship with its subject. */
  readonly record: Plain;
  /** `additions`: the graph holds it, and this is the whole of it with new evidence. */
  readonly file: ProposalFile;
  /** By which rule it was made, in words. */
  readonly rule: string;
  /** The share of what the rule finds that is right. */
  readonly confidence: number;
  /** What of the graph it may be the same as, the likeliest first. */
  readonly candidates: readonly string[];
  /** The paths of the fields that only a person can decide. */
  readonly blanks: readonly string[];
  /** What a person should look at: seven words in a row that are the source's. */
  readonly warnings: readonly string[];
}

/** That the article and the graph do not say the same. */
export interface Difference {
  /** OUTDATED: both may be right, one after the other. */
  readonly type: 'CONTRADICTS' | 'OUTDATED';
  /** The entity or relationship of the graph. */
  readonly of: string;
  readonly paragraph: number;
  /** In words. */
  readonly says: string;
}

export interface Proposals {
  /** The id of the article. */
  readonly article: string;
  readonly proposals: readonly Proposal[];
  readonly differences: readonly Difference[];
}

/**
 * Drafts the records of an article.
 * @param knowledge what the recognisers were given.
 * @param known the records of the graph, of which those with new evidence are given whole.
 * @param about what the text does not say of the article itself: its id, its file.
 */
export function propose(reading: Reading, knowledge: Knowledge, known: KnownFacts, about: About): Proposals {
  const drafts = openDrafts(reading, knowledge, known, about);
  // Offices come before the people who hold them, whose summary says so.
  draftOffices(drafts);
  draftActors(drafts);
  draftIssues(drafts);
  const matter = draftEvents(drafts);
  draftJurisdictions(drafts);
  draftStatements(drafts, matter);
  draftFigures(drafts);
  // Last, for it says which paragraphs carry no fact.
  draftArticle(drafts);
  return { article: about.id, ...drafts.finish() };
}
