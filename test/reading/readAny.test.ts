/** Whatever the text, reading it never fails, never hangs, and keeps to its own word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGold } from '../../src/reading/gold.ts';
import { readArticle } from '../../src/reading/read.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { Article, Reading } from '../../src/reading/types.ts';
import { known, nothing, read } from './recognised.ts';

const graph = {
  entities: [
    known('league', 'UNION', "Harbour Nurses' League", 'HNL'),
    known('malta', 'JURISDICTION', 'Malta'),
    known('government-of-malta', 'GOVERNMENT', 'Government of Malta'),
    known('ruiz', 'PERSON', 'Ana Ruiz'),
  ],
  relationships: [
    { id: 'r', type: 'GOVERNS', subject: 'government-of-malta', object: 'malta', from: undefined, until: undefined },
  ],
};

/** An article of lines as they are, which no file could hold: half characters too. */
function articleOf(lines: readonly string[], role: Article['paragraphs'][number]['role'] = 'BODY'): Article {
  let at = 0;
  return {
    ...{ published: '2019-06-12', outlet: undefined },
    paragraphs: lines.map((text, index) => {
      const start = at;
      at += text.length + 1;
      return { number: index + 1, start, end: start + text.length, text, role, sentences: sentencesOf(text) };
    }),
  };
}

/** What holds of every reading. */
function expectSound(reading: Reading): void {
  const { article, entities, mentions, offices, statements, dates, figures, events } = reading;
  const textOf = new Map(article.paragraphs.map(({ number, text }) => [number, text]));
  for (const { p, start, end, text } of [...mentions, ...dates, ...figures])
    expect(textOf.get(p)?.slice(start, end)).toBe(text);
  for (const { p, start, end } of [...offices, ...statements, ...events]) {
    expect(textOf.has(p)).toBe(true);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(textOf.get(p)?.length ?? -1);
  }
  const keys = new Set(entities.map(({ key }) => key));
  expect(keys.size).toBe(entities.length);
  const used = [
    ...mentions.map(({ entity }) => entity),
    ...offices.flatMap(({ person, of }) => [person, of]),
    ...statements.map(({ speaker }) => ('entity' in speaker ? speaker.entity : speaker.of)),
    ...events.flatMap(({ parties }) => parties),
  ];
  expect(used.filter((key) => !keys.has(key))).toEqual([]);
  const gold = toGold(reading);
  expect(JSON.parse(JSON.stringify(gold))).toEqual(gold);
}

/** Words of the field in any order: more of the reader's rules find something than in letters by chance. */
const words = fc.constantFrom(
  ...[
    'Ana',
    'Ruiz',
    'Tom Vella',
    'J.P.',
    'Vella',
    "Harbour Nurses' League",
    '(HNL)',
    'HNL',
    'Malta',
    "Malta's",
    'the union',
  ],
  ...[
    'president',
    'Premier',
    'minister of',
    'spokesperson for',
    'its',
    'both sides',
    'the government',
    'Treasury Board',
  ],
  ...[
    'said',
    'told',
    'called',
    'according to',
    'argues that',
    'she',
    'it',
    '"',
    '“',
    '”',
    '‘',
    "'",
    ',',
    '.',
    ':',
    '—',
    '(',
  ],
  ...[
    'Bill 12,',
    'the Ferries Act',
    'Monday',
    'in May',
    '2018',
    '4 per cent',
    '$40 million',
    '400 nurses',
    'and',
    'of the',
  ],
  ...[
    'strike',
    'walked out',
    'ratified',
    'an offer',
    'talks',
    'Le Syndicat des',
    'NDP',
    'Mayor',
    '- ',
    '’s',
    'Union',
    '\n',
  ],
);
const sentencesOfWords = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));

describe('any text', () => {
  it.each(['BODY', 'HEADLINE', 'CAPTION', 'BOILERPLATE'] as const)('of any characters, as %s', (role) => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (lines) => {
        expectSound(readArticle(articleOf(lines, role), graph));
      }),
      { numRuns: 60 },
    );
  });

  it('with half characters', () => {
    const unit = fc.constantFrom(
      '\uD800',
      '\uDC00',
      '\uDBFF',
      '\uFFFF',
      '\0',
      'A',
      'na ',
      'Ruiz ',
      'said ',
      '"',
      '.',
      '’',
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit }), { maxLength: 3 }), (lines) => {
        expectSound(readArticle(articleOf(lines), graph));
      }),
    );
  });

  it.each([
    ['that knows nothing', nothing],
    ['that knows some', { ...graph, relationships: [] }],
  ] as const)('of words of the field, with a graph %s', (_, knowledge) => {
    fc.assert(
      fc.property(sentencesOfWords, (text) => {
        fc.pre(text.trim() !== '');
        expectSound(read(text, knowledge));
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same twice', () => {
    fc.assert(
      fc.property(sentencesOfWords, (text) => {
        fc.pre(text.trim() !== '');
        expect(read(text, graph)).toEqual(read(text, graph));
      }),
      { numRuns: 50 },
    );
  });
});

describe('an article without text', () => {
  it.each([[[]], [['']], [[' ']]])('%j', (lines) => {
    expectSound(readArticle(articleOf(lines), graph));
  });
});

/** Names that nobody has, each another: "Ba Bela", "Ba Bele". */
const madeUpNames = Array.from({ length: 1000 }, (_, at) => {
  const syllables = [...String(at).padStart(3, '0')].map(
    (digit) => 'ba be bi bo bu da de di do du'.split(' ')[Number(digit)],
  );
  return `Ana B${syllables.join('')}`;
});

describe('texts made to hang a reader are read in time', () => {
  it.each<readonly [what: string, text: string]>([
    ['quotation marks', '"'.repeat(50_000)],
    ['single quotation marks', "'".repeat(4000)],
    ['single quotation marks and words', "'a ".repeat(20_000)],
    ['brackets within brackets', `${'('.repeat(3000)}Ana Ruiz${')'.repeat(3000)} said no.`],
    ['capitals', 'A'.repeat(90_000)],
    ['words in capitals', 'HNL RUIZ '.repeat(4000)],
    ['words with capitals', 'Harbour League '.repeat(6000)],
    ['a thousand names', `${madeUpNames.join(', ')} said no.`],
    ['a thousand names that speak', madeUpNames.map((name) => `${name} said no.`).join(' ')],
    ['a thousand names in lines', madeUpNames.map((name) => `${name} said no.`).join('\n')],
    ['posts', 'president of the '.repeat(1500)],
    ['commas', 'Ana Ruiz, '.repeat(700)],
    ['white space', `Ana${' '.repeat(90_000)}Ruiz said no.`],
    ['full stops', '. '.repeat(45_000)],
    ['digits', '1'.repeat(90_000)],
    ['numbers', '1,000 '.repeat(15_000)],
    ['initials', 'J.P. '.repeat(18_000)],
    ['joins', 'Union of '.repeat(10_000)],
    ['hyphens', `A${'-a'.repeat(45_000)}`],
    ['verbs of saying', 'said '.repeat(18_000)],
  ])(
    '%s',
    (_, text) => {
      expectSound(readArticle(articleOf(text.split('\n')), graph));
    },
    10_000,
  );
});
