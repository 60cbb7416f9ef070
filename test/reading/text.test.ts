import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPublished, takeIn } from '../../src/reading/text.ts';
import { UnreadableText } from '../../src/reading/unreadable.ts';
import { sha256 } from '../../src/records/paragraphs.ts';

const origin = { published: '2019-06-12', outlet: 'harbour-post', where: 'news.txt' };
const bytesOf = (text: string) => Buffer.from(text);
const read = (text: string) => takeIn(bytesOf(text), origin);

describe('a text taken in', () => {
  it('has its paragraphs with their places, roles, sentences and SHA-256', () => {
    const text = '\r\n  Deckhands vote \r\n\r\nThe vote was close. “Très tôt 🚢,” she said.\n';
    const article = read(text);
    expect(article.paragraphs.map(({ number, text, role }) => [number, text, role])).toEqual([
      [1, 'Deckhands vote', 'HEADLINE'],
      [2, 'The vote was close. “Très tôt 🚢,” she said.', 'BODY'],
    ]);
    expect(article.paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(
      article.paragraphs.map((paragraph) => paragraph.text),
    );
    expect(article.paragraphs[1]?.sentences).toHaveLength(2);
    expect(article.hashes[0]).toBe(sha256('Deckhands vote'));
    expect(article.sha256).toBe(sha256(bytesOf(text)));
  });

  it('is without a byte order mark', () => {
    expect(read('\uFEFFDeckhands vote').paragraphs[0]).toMatchObject({ start: 0, end: 14 });
  });

  it.each([
    ['nothing', bytesOf(''), /news\.txt: it is empty/],
    ['white space', bytesOf(' \n\t\n'), /it is empty/],
    ['NULs', bytesOf('a\0b'), /no text: byte 1/],
    ['a PDF', bytesOf('%PDF-1.7'), /a PDF; copy its text/],
    ['UTF-16', Buffer.from('\uFEFFVote', 'utf16le'), /UTF-16; convert it/],
    ['Windows-1252', Buffer.from('Vote\nTr\xE8s', 'latin1'), /byte 7, in line 2, is no UTF-8; .*iconv -f WINDOWS-1252/],
    ['mixed encodings', Buffer.concat([bytesOf('é\n'), Buffer.from('\xE9', 'latin1')]), /byte 3, in line 2, .*mixed/],
    ['a long paragraph', bytesOf(`Vote\n${'a'.repeat(100_001)}`), /paragraph 2 has 100001 bytes/],
    ['a long text', bytesOf('Vote\n'.repeat(200_001)), /it has 1000005 bytes/],
  ])('is refused, if it is %s', (_, bytes, message) => {
    expect(() => takeIn(bytes, origin)).toThrow(UnreadableText);
    expect(() => takeIn(bytes, origin)).toThrow(message);
  });

  it('warns of characters that were lost on the way', () => {
    expect(read('Le dÃ©part est fixÃ©.').warnings).toEqual([expect.stringMatching(/paragraph 1 has "Ã©"/)]);
    expect(read('The union\uFFFDs vote.').warnings).toHaveLength(1);
    expect(read('Le départ de l’Île-à-Vache est fixé.').warnings).toEqual([]);
  });

  it('crashes over no bytes, and each place gives back its text', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map(bytesOf),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        try {
          const { text, paragraphs } = takeIn(some, origin);
          for (const one of paragraphs) expect(text.slice(one.start, one.end)).toBe(one.text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableText);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const german =
  'Die Hafenarbeiter haben am Montag ihre Arbeit niedergelegt, nachdem die Verhandlungen mit der Behörde gescheitert waren. ' +
  'Sie fordern höhere Löhne und kürzere Schichten, doch die Behörde lehnt beides ab. Ein Vermittler soll am Freitag kommen. ';
const english =
  'Deckhands in Trois-Rivières, Saint-Jean-Port-Joli and Rivière-du-Loup walked out on Monday, and the union of Geneviève ' +
  'Lavoie-Bélanger and Jean-François Côté-Desrochers said that they will stay out until the Société des traversiers du fleuve has an offer. ';
const french =
  'Les matelots des traversiers ont quitté le travail lundi, après des mois de pourparlers avec la société. Ils demandent une ' +
  'hausse des salaires, mais la société dit ne pas pouvoir la payer. Selon le syndicat, les navires sont à quai pour la semaine. ';

describe('the language', () => {
  it('is told, and one without rules is refused', () => {
    expect(read(english.repeat(3)).language).toBe('en');
    expect(read(french.repeat(3)).language).toBe('fr');
    expect(() => read(german.repeat(3))).toThrow(/seems to be German/);
    expect(() => read('Докеры бросили работу в понедельник утром. '.repeat(15))).toThrow(/seems to be Russian/);
  });

  it('is left open for what is short, and for names and figures', () => {
    expect(read(german.slice(0, 100)).language).toBeUndefined();
    expect(() => read(`${english}\n${'Geneviève Lavoie-Bélanger, Trois-Rivières: 12 $\n'.repeat(12)}`)).not.toThrow();
  });
});

describe('the day of publication', () => {
  const today = new Date('2019-06-12T00:00:00Z');
  it.each(['2019-06-12', '2019-06-13', '2019-06', '2019', '1998-02-28'])('may be %s', (day) => {
    expect(() => checkPublished(day, today)).not.toThrow();
  });
  it.each([
    ['2019-06-14', /is to come: today is 2019-06-12/],
    ['2020', /is to come/],
    ['2019-02-30', /no date of publication; write a day/],
    ['2019-13', /no date of publication/],
    ['June 12', /no date of publication/],
    ['2019-06-12T10:00', /no date of publication/],
  ])('is not %s', (day, message) => {
    expect(() => checkPublished(day, today)).toThrow(message);
  });
});
