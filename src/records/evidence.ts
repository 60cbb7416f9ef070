/** Why a fact is believed. */
import { z } from 'zod';
import type { Quotation } from '../generated/prisma/enums.ts';
import { address, passage, text, word } from './values.ts';

const quotations = {
  QUOTED: "It gives the speaker's own words, in quotation marks.",
  PARTLY_QUOTED: 'It gives some of them, within a paraphrase.',
  TOLD: 'It paraphrases what was said.',
} as const satisfies Record<Quotation, string>;

const inArticle = {
  at: passage.describe('The paragraph of an article: its id, and the number of the paragraph.'),
  cues: z.array(text).min(1).describe('Names and figures that the paragraph contains, as it writes them.'),
  rule: text.optional().describe('How the fact follows from the paragraph, where it does not say it: DERIVED.'),
};

const elsewhere = {
  external: text.describe('A citation of a source that is not an article of the graph: EXTERNAL.'),
  url: address.optional().describe('The address of that source.'),
};

/** By what they are for: facts of which the same can be borne out have the same evidence. */
const made = new Map<string, ReturnType<typeof evidenceFor>>();

/**
 * The evidence of a fact: at least one piece, each at a paragraph or from elsewhere.
 * @param attributes what of the fact a piece may be for.
 * @param isSaid whether the fact is what somebody said: then each paragraph of the whole says how it gives the words.
 */
export function evidence(attributes: readonly string[], isSaid = false) {
  const name = [isSaid ? 'saying' : 'evidence', ...attributes].join('.');
  const schema = made.get(name) ?? evidenceFor(attributes, isSaid).meta({ id: name });
  made.set(name, schema);
  return schema.describe('Why it is believed: at least one piece of evidence.');
}

function evidenceFor(attributes: readonly string[], isSaid: boolean) {
  const supported = z
    .array(z.enum(attributes))
    .min(1)
    .describe('What of the fact it supports alone; left out: the whole.');
  const attributed = { for: supported.optional() };
  const external = z.strictObject({ ...elsewhere, ...attributed });
  const stated = isSaid
    ? [
        z.strictObject({ ...inArticle, quotation: word(quotations).describe('How it gives what was said.') }),
        z.strictObject({ ...inArticle, for: supported }),
      ]
    : [z.strictObject({ ...inArticle, ...attributed })];
  return z
    .array(z.union([...stated, external]))
    .min(1)
    .describe('Why it is believed: at least one passage of an article, or a source from elsewhere.');
}
