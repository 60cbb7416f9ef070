/** What verify notices of small changes to the project's own facts. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../../src/seeding/seed.ts';
import { noticeAll, summarize } from './notice.ts';

/** The texts, which are not the project's to hand on; a checkout without them checks what needs none. */
const texts = new URL('../../../../shared/articles', import.meta.url).pathname;
const articlesFolder = existsSync(texts) ? texts : undefined;

test('the facts have neither mistakes nor anything to look at', async () => {
  const { problems, warnings } = await check({ seedsFolder: 'seeds', articlesFolder });
  expect([...problems, ...warnings]).toEqual([]);
});

/**
 * Not facts: our own titles, rules in words, and the numbers of paragraphs, of which the next may have the cue too. Sides
 * and positions are judged of a whole passage: no word of it gives them.
 */
const ours = /^(?:title|number of a paragraph|(?:number|another name) in a rule|side|position)/;
/** What a word of the passage seldom gives by itself. */
const judged = /^(?:reference|quotation|unit|approximation)/;

/** It takes minutes and no database: the run on the embedded one, which has no server's address, is enough. */
const onServer = (process.env['DATABASE_URL'] ?? '') !== '';
const once = { timeout: 580_000, skip: onServer };

test('of changed numbers, dates and names, 95 in a hundred are noticed', once, async () => {
  const facts = (await noticeAll('seeds', articlesFolder, 20)).filter(({ mutant }) => !ours.test(mutant.sort));
  const share = (sorts: (sort: string) => boolean): number => {
    const some = facts.filter(({ mutant }) => sorts(mutant.sort));
    return some.filter(({ said }) => said !== undefined).length / some.length;
  };
  // Without the texts, nobody can tell a cue that is misspelt.
  const wanted = articlesFolder === undefined ? 0.4 : 0.95;
  expect(
    share((sort) => !judged.test(sort)),
    summarize(facts),
  ).toBeGreaterThanOrEqual(wanted);
  if (articlesFolder !== undefined)
    expect(
      share((sort) => judged.test(sort)),
      summarize(facts),
    ).toBeGreaterThanOrEqual(0.85);
});
