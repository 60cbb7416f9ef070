/** Where sentences end, and where a full stop ends none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/reading/sentences.ts';
import { read } from './recognised.ts';

const sentences = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

/** A text whose sentences are parted by " | ". */
const table = (rows: readonly string[]) => {
  it.each(rows)('%s', (parted) => {
    const expected = parted.split(' | ');
    expect(sentences(expected.join(' '))).toEqual(expected);
  });
};

describe('ends', () => {
  table([
    'The offer is thin. | The nurses refused it.',
    'Is the offer thin? | It is!',
    'It is late… | Nobody came.',
    'One sentence alone.',
    'No full stop at all',
    'They met at 9 a.m. | They left at noon.',
    'The raise is 3 per cent. | 12 nurses refused it.',
    'They cut $40 million. | $5 million is left.',
    'They met in May. | Then they left.',
  ]);
});

describe('abbreviations', () => {
  table([
    'Mr. Vella met Dr. Ruiz and Mrs. Camilleri. | They agreed.',
    'Coun. Vella met Sen. Ruiz. | They agreed.',
    'The talks of Jan. 5 failed. | Those of Feb. 6 did not.',
    'Larkhaven Ferries Ltd. Vella is its owner.',
    'They met on St. Mary Street. | They agreed.',
    'The line No. 4 is closed. | The others are open.',
    'M. Bélanger a refusé. | Mme. Roy aussi.',
  ]);
});

describe('initials', () => {
  table([
    'J. P. Vella refused. | Ana M. Ruiz did not.',
    'J.P. Vella refused. | He left.',
    'Nurses in the U.S. Congress gallery cheered. | They left.',
    'A firm in St. John’s, N.L. Vella owns it.',
  ]);
});

describe('times', () => {
  table([
    'They met at 9 a.m. Thursday at a hotel. | They left.',
    'It is due at 5 p.m. EST on Friday. | It is late.',
    'They met from 9 a.m. to 5 p.m. and left.',
    'It rose 3.5 per cent. | That is little.',
  ]);
});

describe('quotation marks', () => {
  table([
    '"It is late." | The nurses left.',
    '“It is late.” | “We are tired.”',
    '"Is it late?" she asked. | Nobody knew.',
    '"It is late!" said Ruiz. | "We are tired."',
    '« Il est tard », dit-elle. | Elle est partie.',
    "'It is late.' | The nurses left.",
    '(They met again.) | They left.',
  ]);
});

describe('any text', () => {
  it('is covered by its sentences, in order, but for white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Aa. .?!"”(…9\n') }), (text) => {
        const found = sentencesOf(text);
        let at = 0;
        for (const { start, end } of found) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('has the sentences that its article has', () => {
    const [paragraph] = read('The offer is thin. The nurses refused it.').article.paragraphs;
    expect(paragraph?.sentences).toEqual(sentencesOf('The offer is thin. The nurses refused it.'));
  });
});
