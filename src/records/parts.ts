/** What a PROPOSAL and a COLLECTIVE_AGREEMENT (terms), a LEGISLATION (stages, provisions) and an ARTICLE (paragraphs) are made of. */
import { z } from 'zod';
import type { PassageRole } from '../generated/prisma/enums.ts';
import { approximations, type Kind, kinds, units } from '../registry/index.ts';
import { orNotStated } from './attributes.ts';
import { datedValue } from './dates.ts';
import { evidence } from './evidence.ts';
import { amount, boolean, id, sha256, text, word, years } from './values.ts';

const roles = {
  DATELINE: 'When and where it was written or published.',
  HEADLINE: 'The headline.',
  SUBHEADING: 'A heading within the text.',
  BODY: 'Running text.',
  CAPTION: 'The caption of a picture.',
  BOILERPLATE: 'Text of the site, not of the article.',
} as const satisfies Record<PassageRole, string>;

const key = id.optional().describe('Tells it from another that would have the same id, or keeps its id.');

/** A part of an entity: what it says, its key, and its evidence, which may be for any of what it says. */
const part = (name: string, description: string, says: Readonly<Record<string, z.ZodType>>) =>
  z.strictObject({ ...says, key, evidence: evidence(Object.keys(says)) }).meta({ id: name, description });

export const term = part('term', 'A term of a proposal or an agreement.', {
  issue: id.describe('The ISSUE that it settles.'),
  year: years.optional().describe('The first year of the agreement that it applies to, from 1.'),
  years: years.optional().describe('How many years the value covers together.'),
  value: orNotStated(amount(10)).optional().describe('The number, as the source gives it.'),
  unit: word(units).optional().describe('The unit of the value; every value has one.'),
  approximation: word(approximations)
    .optional()
    .describe('How exactly the source gives the value; without one, it is EXACT.'),
  compounded: boolean.optional().describe("Whether each year's raise is added to the raised rate of the year before."),
  retroactive: boolean.optional().describe('Whether it applies to a time before it was agreed.'),
  lumpSum: boolean.optional().describe('Whether it is paid once, and does not raise the rate.'),
  effective: orNotStated(datedValue).optional().describe('From when it applies.'),
  text: text.describe("The term in the project's words."),
});

export const stage = part('stage', 'A step on the way of a law.', {
  stage: word(kinds.LEGISLATION.statuses).describe('Which step.'),
  date: orNotStated(datedValue).optional().describe('When it was reached.'),
});

export const provision = part('provision', 'What a law provides.', {
  effect: text.describe("What it does, in the project's words."),
  condition: text.optional().describe('On what condition.'),
  affects: z.array(id).optional().describe('Whom or what it affects.'),
});

export const paragraph = z
  .strictObject({
    role: word(roles).describe('What part of the article it is.'),
    sha256: sha256.describe('SHA-256 of its text without the white space around it.'),
    without: text.optional().describe('Why it carries no fact, where it carries none.'),
  })
  .meta({ id: 'paragraph', description: 'A paragraph of an article.' });

const terms = z.array(term).optional().describe('What is asked for, offered or agreed, term by term.');

const partsOfKind: { readonly [Name in Kind]?: Readonly<Record<string, z.ZodType>> } = {
  PROPOSAL: { terms },
  COLLECTIVE_AGREEMENT: { terms },
  LEGISLATION: {
    stages: z.array(stage).optional().describe('Its stages, in order.'),
    provisions: z.array(provision).optional().describe('What it provides.'),
  },
  ARTICLE: { paragraphs: z.array(paragraph).min(1).describe('All its paragraphs, in order.') },
};

/** The fields in which an entity of the kind holds its parts. */
export const partsOf = (kind: Kind): Readonly<Record<string, z.ZodType>> => partsOfKind[kind] ?? {};
