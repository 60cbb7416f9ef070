import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHtml, readPage } from '../../src/reading/html.ts';
import { UnreadableText } from '../../src/reading/unreadable.ts';

const text = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>Deckhands of boat ${at + 1} waited at the slip, and the authority, which had said that it would come, did not&nbsp;come.</p>`,
  ).join('\n');

const page = `<!DOCTYPE html>
<html lang="en"><head><title>Deckhands vote | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2019-06-12T22:05:00-04:00">
<link rel="canonical" href="https://harbour.example/vote"><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li></ul></nav>
<article><h1>Deckhands vote &amp; walk out</h1>
<figure><img src="a.jpg" alt=""><figcaption>The slip on Tuesday. (Ana Ruiz/Harbour Post)</figcaption></figure>
${text(4)}<h2>A long night</h2>${text(4)}
<script>document.write("<p>script</p>")</script></article><footer>© Harbour Post</footer></body></html>`;

describe('a saved page', () => {
  it('is told by its text', () => {
    expect(isHtml(page)).toBe(true);
    expect(isHtml('\n<!-- saved --><p class="a">Vote</p>')).toBe(true);
    expect(isHtml('Deckhands <b>vote</b>')).toBe(false);
    expect(isHtml('<3 the union, a sign said')).toBe(false);
  });

  it('gives the article as lines, and what it says of itself', () => {
    const { text: found, ...facts } = readPage(page);
    expect(facts).toEqual({
      title: 'Deckhands vote & walk out',
      published: '2019-06-12',
      outletName: 'Harbour Post',
      byline: 'Ana Ruiz',
      address: 'https://harbour.example/vote',
    });
    const lines = found.split('\n').filter((line) => line !== '');
    expect(lines[0]).toBe('Deckhands vote & walk out');
    expect(lines).toContain('The slip on Tuesday. (Ana Ruiz/Harbour Post)');
    expect(lines).toContain('A long night');
    expect(lines).toContain(
      'Deckhands of boat 4 waited at the slip, and the authority, which had said that it would come, did not come.',
    );
    expect(found).not.toMatch(/script|Sports|color/);
    expect(lines).toHaveLength(11);
  });

  it('gives all blocks where there is no article to be found', () => {
    const { text: found } = readPage('<p>One<br>line.<p>Two.<br><br>Three.<table><tr><td>Offer<td>2 per cent</table>');
    expect(found.split('\n').filter((line) => line !== '')).toEqual([
      'One line.',
      'Two.',
      'Three.',
      'Offer | 2 per cent',
    ]);
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2019-06-12T10:00Z"}]}</script>',
      '2019-06-12',
    ],
    ['a time', '<time datetime="2019-06-12 10:00">Wednesday</time>', '2019-06-12'],
    ['a day that there is not', '<time datetime="2019-02-30">x</time>', undefined],
    ['JSON-LD that is none', '<script type="application/ld+json">{"@graph":</script>', undefined],
  ])('has its day from %s', (_, html, day) => {
    expect(readPage(`<html><body>${html}${text(3)}</body></html>`).published).toBe(day);
  });

  it.each([
    ['deep nesting', '<div>'.repeat(100_000), /nested more than 128/],
    ['deep nesting between stray ends', '<div></b>'.repeat(100_000), /nested more than 128/],
    ['elements without number', '<b></b>'.repeat(100_000), /more than 20000 elements/],
    ['text without end', 'a'.repeat(3_100_000), /characters without its scripts/],
  ])('is refused for %s', (_, html, message) => {
    const start = performance.now();
    expect(() => readPage(`<html>${html}`)).toThrow(UnreadableText);
    expect(() => readPage(`<html>${html}`)).toThrow(message);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ['a huge attribute', `<p title="${'a'.repeat(2_000_000)}">Vote</p>`],
    ['attributes without number', `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>Vote</p>`],
    ['a picture within the page', `<img src="data:image/png;base64,${'A'.repeat(5_000_000)}"><p>Vote</p>`],
    ['tags that do not end', '<a'.repeat(500_000)],
    ['scripts that do not end', '<script>'.repeat(200_000)],
    ['comments that do not end', '<!--'.repeat(200_000)],
    ['quotation marks that do not end', '<a "x '.repeat(200_000)],
    ['a script of 5 MB', `<script>${'<p>'.repeat(1_500_000)}</script><p>Vote</p>`],
    ['as many elements as there may be', '<div><p>Vote, and wait.</p></div>'.repeat(9_000)],
    ['lists that stand in one another', `${'<ul><li>'.repeat(120)}Vote`],
  ])('is read within seconds, or refused, with %s', (_, html) => {
    const start = performance.now();
    try {
      readPage(`<html><body>${html}</body></html>`);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableText);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('crashes over no text', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="a">',
      '</div>',
      '<table>',
      '<td>',
      '<br>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      '&amp;',
      '&#x;',
      '<svg>',
      '<html>',
      '<body>',
      '<title>',
      '<h1>',
      'a',
      ' ',
      '<select>',
      '<template>',
    );
    const html = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(html, (some) => {
        try {
          readPage(some);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableText);
        }
      }),
      { numRuns: 300 },
    );
  });
});
