import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessRoles } from '../../src/reading/roles.ts';

/** Each line of a made-up page with its role; the paragraphs between are any text. */
const pages: readonly { what: string; lines: readonly (readonly [string, string])[] }[] = [
  {
    what: 'a page of a local paper with all that stands round an article',
    lines: [
      ['News', 'BOILERPLATE'],
      ['Ferry deckhands turn down second offer', 'HEADLINE'],
      ['Harbour authority says it has no more to give.', 'SUBHEADING'],
      ['By Ana Ruiz, Harbour Post', 'DATELINE'],
      ['Posted: June 12, 2019 6:05 a.m. | Updated: June 12, 2019 9:40 p.m.', 'DATELINE'],
      ['Share   Tweet   Email', 'BOILERPLATE'],
      ['Deckhands wait at the slip on Tuesday. (Ana Ruiz/Harbour Post)', 'CAPTION'],
      ['Deckhands have turned down the offer of the authority by a wide margin.', 'BODY'],
      ['Advertisement', 'BOILERPLATE'],
      ['"No."', 'BODY'],
      ['‘We have waited all year’', 'SUBHEADING'],
      ['"It is late," she said.', 'BODY'],
      ['Story continues below advertisement', 'BOILERPLATE'],
      ['What happens next?', 'SUBHEADING'],
      ['A mediator comes on Friday at 5 p.m.', 'BODY'],
      ['And what of the night boats? They sail.', 'BODY'],
      ['Related stories', 'BOILERPLATE'],
      ['Bridge tolls to rise in spring', 'BOILERPLATE'],
      ['The boats have been tied up since May.', 'BODY'],
      ['A gull on the empty slip. THE HARBOUR PRESS/Ben Okafor-Lind', 'CAPTION'],
      ['With files from The Harbour Press', 'BOILERPLATE'],
      ['We use cookies to improve your experience.', 'BOILERPLATE'],
      ['© 2019 Harbour Post', 'BOILERPLATE'],
    ],
  },
  {
    what: 'an agency report without a headline',
    lines: [
      ['VALLETTA - Nurses have voted to walk out on Monday.', 'BODY'],
      ['The vote was close.', 'BODY'],
      ['This report by The Harbour Press was first published June 12, 2019.', 'BOILERPLATE'],
    ],
  },
  {
    what: 'a report with offers, and a correction',
    lines: [
      ['Nurses weigh three offers', 'HEADLINE'],
      ['June 12, 2019 | Harbour Post', 'DATELINE'],
      ['There have been three offers so far.', 'BODY'],
      ['How the offers moved', 'SUBHEADING'],
      ['First offer (March): 1 per cent a year', 'BODY'],
      ['Second offer (April): 2 per cent a year', 'BODY'],
      ['• a bonus of $500', 'BODY'],
      ['The vote is on Friday.', 'BODY'],
      ['Correction: An earlier version gave the wrong day. We regret the error.', 'BOILERPLATE'],
      ['Ana Ruiz covers labour for the Harbour Post.', 'BOILERPLATE'],
    ],
  },
  {
    what: 'live updates',
    lines: [
      ['Live: Ferries stop', 'HEADLINE'],
      ['Last updated: Wednesday, June 12, 2019, 4:50 p.m.', 'DATELINE'],
      ['Ferries stand still today.', 'BODY'],
      ['1:40 p.m. — Mayor asks for patience', 'SUBHEADING'],
      ['The mayor spoke at noon.', 'BODY'],
      ['10:15 a.m.', 'SUBHEADING'],
      ['The first boat is tied up.', 'BODY'],
    ],
  },
];

describe('roles', () => {
  it.each(pages)('of $what', ({ lines }) => {
    const roles = guessRoles(lines.map(([text]) => text));
    expect(lines.map(([text], index) => [text, roles[index]])).toEqual(lines);
  });

  it.each([
    ['Follow the money, Ruiz said, and the rest is plain to see.'],
    ['More from the fund would have to be paid out, she said.'],
    ['Related charges were laid in May against two of the deckhands.'],
    ['Share prices of the line fell by four per cent on Monday.'],
    ['Correction officers walked out too, the union said.'],
    ['Read the offer, he told them, and then vote it down.'],
    ['By Monday, 300 deckhands had signed.'],
    ['Photo gallery staff and guides at the museum have no contract (they never had one).'],
  ])('words that only begin like those of a site are text: %s', (line) => {
    expect(guessRoles(['Deckhands vote', 'A vote was held.', line, 'It was close.'])[2]).toBe('BODY');
  });

  it('gives each paragraph a role, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => guessRoles(lines).length === lines.length),
    );
  });

  it.each([
    ['capitals', 'A '.repeat(50_000)],
    ['a dash and capitals', `— ${'A'.repeat(50_000)}1`],
    ['brackets', '. ('.repeat(30_000)],
    ['slashes', 'A/'.repeat(50_000)],
    ['bars', 'a | '.repeat(30_000)],
    ['spaces', `a${' '.repeat(100_000)}b`],
  ])('takes no long time over a line of %s', (_, line) => {
    const start = performance.now();
    guessRoles([line, line.slice(0, 700), line.slice(0, 790)]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
