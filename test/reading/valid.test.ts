/** Whatever is read: the files that are written are valid but for the blanks, and each cue stands in its paragraph. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain, itemsOf, knowledgeOf, knownFactsOf, plainOf, textOf } from '../../src/reading/knowledge.ts';
import { type Proposals, propose } from '../../src/reading/proposals.ts';
import { readArticle } from '../../src/reading/read.ts';
import { takeIn } from '../../src/reading/text.ts';
import { UnreadableText } from '../../src/reading/unreadable.ts';
import { writeProposals } from '../../src/reading/written.ts';
import { holdsCue } from '../../src/records/cues.ts';
import { readSource } from '../../src/seeding/read.ts';
import { fillIn, problemsBeside } from './filled.ts';
import { seeds } from './madeUp.ts';

const source = readSource('seeds.yaml', seeds);
const known = knownFactsOf(source.records.map(plainOf));
const knowledge = knowledgeOf(known);

/** What is proposed of a text, and its paragraphs; nothing: it is refused with a reason. */
function proposedOf(text: string, published: string) {
  try {
    const article = takeIn(Buffer.from(text), { published, outlet: 'harbour-post' });
    const about = { id: 'new-report', file: 'new.txt', sha256: article.sha256 };
    return { article, proposals: propose(readArticle(article, knowledge), knowledge, known, about) };
  } catch (error) {
    if (error instanceof UnreadableText) return undefined;
    throw error;
  }
}

/** Cues at the article that do not stand in their paragraph. */
function strayCues({ proposals }: Proposals, paragraphs: readonly { readonly text: string }[]): string[] {
  const within = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    if (!isPlain(value)) return [];
    const [of, number] = (textOf(value['at']) ?? '').split('/');
    const text = of === 'new-report' ? (paragraphs[Number(number) - 1]?.text ?? '') : undefined;
    const stray = itemsOf(value['cues'])
      .map(String)
      .filter((cue) => text !== undefined && !holdsCue(text, cue));
    return [...stray, ...Object.values(value).flatMap(within)];
  };
  return proposals.flatMap(({ record }) => within(record));
}

function check(text: string, published: string): void {
  const found = proposedOf(text, published);
  if (found === undefined) return;
  const { article, proposals } = found;
  expect(strayCues(proposals, article.paragraphs)).toEqual([]);
  const files = fillIn(writeProposals(proposals, 'schema.json'));
  expect(problemsBeside(source, files, new Map([['new-report', Buffer.from(text)]])).problems).toEqual([]);
}

const reports = join(import.meta.dirname, 'tune');

describe.runIf(existsSync(reports))('the made-up reports', () => {
  it.each(existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.txt')) : [])('%s', (name) => {
    const gold: { article: { published: string } } = JSON.parse(
      readFileSync(join(reports, name.replace(/txt$/, 'json')), 'utf8'),
    );
    check(readFileSync(join(reports, name), 'utf8'), gold.article.published);
  });
});

it('texts made of what news is made of, at random', () => {
  const words = fc.constantFrom(
    ...[
      'Ana Ruiz',
      'the HNL',
      'said',
      'the league',
      '“',
      '”',
      '"',
      '.',
      ',',
      '\n',
      'president of the',
      'Premier Ida Berg',
    ],
    ...[
      'represents 4,000 nurses',
      '12.5 per cent',
      '$1',
      'about two-thirds of',
      'talks',
      'walked out',
      'on Monday',
      'June 3',
    ],
    ...[
      'TODO',
      'Minister',
      '(',
      ')',
      'Local 12',
      'wages',
      'in an email',
      'a spokesperson',
      'é',
      '’s',
      '2019',
      'Bill 12',
    ],
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 3, maxLength: 60 }), (some) => check(some.join(' '), '2019-06-12')),
    { numRuns: 25 },
  );
});

it('texts made to hurt are read or refused', () => {
  for (const text of ['"'.repeat(20_000), '([{'.repeat(5_000), 'A B C '.repeat(3_000), 'Ann Able said. '.repeat(500)]) {
    const found = proposedOf(text, '2019-06-12');
    expect(found === undefined ? [] : strayCues(found.proposals, found.article.paragraphs)).toEqual([]);
  }
}, 60_000);
