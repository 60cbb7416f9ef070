/** Who says what, in made-up paragraphs. */
import { describe, expect, it } from 'vitest';
import { statements } from './recognised.ts';

/** Paragraphs, and who speaks in which and how. */
type Row = readonly [text: string, ...expected: string[]];
const table = (rows: readonly Row[]) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(statements(text).sort()).toEqual([...expected].sort());
  });
};
const league = "Harbour Nurses' League";
const authority = 'Larkhaven Port Authority';
const [ruiz, vella] = ['Ana Ruiz', 'Tom Vella'];
/** The first paragraph names the two sides; the second speaks. */
const met = (text: string): string => `The ${league} met the ${authority} on Monday.\n${text}`;
/** And this one has a president too. */
const afterRuiz = (text: string): string => `${ruiz} is president of the ${league}.\n${text}`;

describe('the subject before the verb', () => {
  table([
    [`${ruiz} said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} told members that the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} said: "The offer is thin."`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`${ruiz} said, "The offer is thin."`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"The offer is thin," ${ruiz} said.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`The offer is thin, ${ruiz} said.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} also said Monday the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} has repeatedly said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} is quoted as saying the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`The ${league} argues the rule is void.`, `1 ${league} PARAPHRASE`],
    [`The ${league} accused the ${authority} of stalling.`, `1 ${league} PARAPHRASE`],
    [`The ${league} insists that the rule is void.`, `1 ${league} PARAPHRASE`],
    [`The ${league} maintains the rule is void.`, `1 ${league} PARAPHRASE`],
    ['The Liberals say the offer is thin.', '1 Liberals PARAPHRASE'],
    [met('The union says the offer is thin.'), `2 ${league} PARAPHRASE`],
    [met('The league says the offer is thin.'), `2 ${league} PARAPHRASE`],
    [met('The authority warned that ferries would stop.'), `2 ${authority} PARAPHRASE`],
  ]);
});

describe('the subject after the verb', () => {
  table([
    [`"The offer is thin," said ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`“The offer is thin,” said ${ruiz}. “We refuse it.”`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"The offer is thin!" said ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`The offer is thin, said ${ruiz}.`, `1 ${ruiz} PARAPHRASE`],
    [`"The offer is thin," said ${league} president ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"The offer is thin," said a tired ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"The offer is thin," adds ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
  ]);
});

describe('appositions', () => {
  table([
    [`${ruiz}, president of the ${league}, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz}, who has led the ${league} since 2010, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz}, a nurse at the ${authority}, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`"The offer is thin," said ${ruiz}, president of the ${league}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`The president of the ${league}, ${ruiz}, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} of the ${league} said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz}, in an interview on Monday, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz}, 54, said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz} — who was there — said the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
  ]);
});

describe('according to', () => {
  table([
    [`The offer is thin, according to ${ruiz}.`, `1 ${ruiz} PARAPHRASE`],
    [`According to ${ruiz}, the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
    [`According to the ${league}, the offer is "thin."`, `1 ${league} MIXED`],
    [`In the words of ${ruiz}, the offer is "thin."`, `1 ${ruiz} MIXED`],
    [met('According to the union, the offer is thin.'), `2 ${league} PARAPHRASE`],
    ['The raise is paid according to the law.'],
  ]);
});

describe('two speakers', () => {
  table([
    [`${ruiz} said the offer is thin, but ${vella} said it is fair.`, `1 ${ruiz} PARAPHRASE`, `1 ${vella} PARAPHRASE`],
    [
      `"The offer is thin," said ${ruiz}. ${vella} said it is fair.`,
      `1 ${ruiz} DIRECT_QUOTATION`,
      `1 ${vella} PARAPHRASE`,
    ],
    [met('Both sides said the talks were civil.'), `2 ${league} PARAPHRASE`, `2 ${authority} PARAPHRASE`],
    [
      `The ${league} and the ${authority} said the talks were civil.`,
      `1 ${league} PARAPHRASE`,
      `1 ${authority} PARAPHRASE`,
    ],
    [`${ruiz} said the offer is thin. She said so twice.`, `1 ${ruiz} PARAPHRASE`],
  ]);
});

describe('pronouns', () => {
  table([
    [`${ruiz} said the offer is thin.\nShe said she would refuse it.`, `1 ${ruiz} PARAPHRASE`, `2 ${ruiz} PARAPHRASE`],
    [`${ruiz} said the offer is thin.\n"It is late," she said.`, `1 ${ruiz} PARAPHRASE`, `2 ${ruiz} DIRECT_QUOTATION`],
    [`${ruiz} said the offer is thin.\n"It is late," she added.`, `1 ${ruiz} PARAPHRASE`, `2 ${ruiz} DIRECT_QUOTATION`],
    [`${vella} met Maria Ruiz. "It is late," he said.`, `1 ${vella} DIRECT_QUOTATION`],
    [`${vella} met Maria Ruiz. "It is late," she said.`, '1 Maria Ruiz DIRECT_QUOTATION'],
    [`The ${league} refused the offer. It said the offer is thin.`, `1 ${league} PARAPHRASE`],
    [
      `The ${league} said the offer is thin.\n"It is late," it said in a release.`,
      `1 ${league} PARAPHRASE`,
      `2 ${league} DIRECT_QUOTATION`,
    ],
  ]);
});

describe('quotations that go on', () => {
  table([
    [`"It is late," said ${ruiz}.\n"We waited all year."`, `1 ${ruiz} DIRECT_QUOTATION`, `2 ${ruiz} DIRECT_QUOTATION`],
    [
      `"It is late," said ${ruiz}. "We are tired.\n"We waited all year."`,
      `1 ${ruiz} DIRECT_QUOTATION`,
      `2 ${ruiz} DIRECT_QUOTATION`,
    ],
    [
      `"It is late," said ${ruiz}.\n"We waited all year.\n"We will wait no more."`,
      `1 ${ruiz} DIRECT_QUOTATION`,
      `2 ${ruiz} DIRECT_QUOTATION`,
      `3 ${ruiz} DIRECT_QUOTATION`,
    ],
    [`${ruiz} said the offer is thin.\n"We waited all year."`, `1 ${ruiz} PARAPHRASE`, `2 ${ruiz} DIRECT_QUOTATION`],
    [
      `"It is late," said ${ruiz}.\n"It is early," said ${vella}.\n"We have all year."`,
      `1 ${ruiz} DIRECT_QUOTATION`,
      `2 ${vella} DIRECT_QUOTATION`,
      `3 ${vella} DIRECT_QUOTATION`,
    ],
    [`"We waited all year."\nNobody spoke.`],
  ]);
});

describe('an attribution that comes late', () => {
  table([
    [`"We waited all year."\n"It is late," said ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`, `2 ${ruiz} DIRECT_QUOTATION`],
    [`"It is late. We waited all year. We will wait no more," said ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"It is late," said ${ruiz}, "and we are tired."`, `1 ${ruiz} DIRECT_QUOTATION`],
  ]);
});

describe('quoted, told, or both', () => {
  table([
    [`${ruiz} called the offer "thin."`, `1 ${ruiz} MIXED`],
    [`${ruiz} said the offer is "thin" and late.`, `1 ${ruiz} MIXED`],
    [`${ruiz} described the offer as "thin and late."`, `1 ${ruiz} MIXED`],
    [`${ruiz} said the "final" offer was nothing new.`, `1 ${ruiz} MIXED`],
    [`${ruiz} said the offer is 'thin' and late.`, `1 ${ruiz} MIXED`],
    [`${ruiz} said the nurses' offer isn't thin.`, `1 ${ruiz} PARAPHRASE`],
    [`'The offer is thin,' said ${ruiz}.`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`"It is late," ${ruiz} said. "We are tired."`, `1 ${ruiz} DIRECT_QUOTATION`],
  ]);
});

describe('headings', () => {
  const body = `\nThe ${league} refused the offer of the ${authority} on Monday.\nIts members meet again today.`;
  it.each<Row>([
    ['Offer is thin: union', `1 ${league} PARAPHRASE`],
    ['Offer is thin, union says', `1 ${league} PARAPHRASE`],
    ["Offer is 'thin,' union says", `1 ${league} MIXED`],
    ['Offer is thin - union', `1 ${league} PARAPHRASE`],
    ["A 'thin' offer"],
    ['Nurses refuse thin offer'],
    ['Union Says New Ferry Offer Too Thin', `1 ${league} PARAPHRASE`],
  ])('%s', (heading, ...expected) => {
    expect(statements(heading + body)).toEqual(expected);
  });
});

describe('somebody unnamed', () => {
  table([
    [
      'A spokesperson for the Ministry of Ferries wrote that the offer stands.',
      '1 unnamed-spokesperson of Ministry of Ferries PARAPHRASE',
    ],
    [
      'A Ministry of Ferries spokesperson said the offer stands.',
      '1 unnamed-spokesperson of Ministry of Ferries PARAPHRASE',
    ],
    [
      'The Ministry of Ferries met. "The offer stands," a ministry spokesperson said.',
      '1 unnamed-spokesperson of Ministry of Ferries DIRECT_QUOTATION',
    ],
    [met('League officials say they are glad.'), `2 unnamed-officials of ${league} PARAPHRASE`],
    [met('Union leaders say they are glad.'), `2 unnamed-leaders of ${league} PARAPHRASE`],
    [afterRuiz('The union president said the offer is thin.'), `2 ${ruiz} PARAPHRASE`],
    [afterRuiz("The league's president said the offer is thin."), `2 ${ruiz} PARAPHRASE`],
    [`Premier ${ruiz} left.\nThe premier said the offer is thin.`, `2 ${ruiz} PARAPHRASE`],
  ]);
});

describe('no speech', () => {
  table([
    [`${ruiz} was told the offer is thin.`],
    [`${ruiz} wants to say nothing.`],
    [`${ruiz} would not say if the offer is thin.`],
    [`${ruiz} refused to say why.`],
    [`The ${league} called off its strike.`],
    [`The ${league} called a strike for Friday.`],
    [`The ${league} asked for 4 per cent.`],
    [`The ${league} wants a raise, and plans to sue.`],
    [`${ruiz} is said to be ill.`],
    [`The claim of the ${league} is late.`],
    [`The ${league} reported for work.`],
    [`The ${league} sued the ${authority} on Monday.`],
    ['Nobody said a word.'],
  ]);
});

describe('a speaker whom another reports', () => {
  it.each<Row>([
    [`"The ${authority}'s envoy admitted it," said ${ruiz}.`, `1 ${ruiz}`, `1 unnamed-envoy of ${authority}`],
    [`"${vella} told us the offer is thin," said ${ruiz}.`, `1 ${ruiz}`, `1 ${vella}`],
    [`${ruiz} said that ${vella} told her the offer is thin.`, `1 ${ruiz}`, `1 ${vella}`],
    [`${ruiz} said the ${authority} claimed that ferries are safe.`, `1 ${ruiz}`, `1 ${authority}`],
    [`"The ${authority} acknowledged it," said ${ruiz}.`, `1 ${ruiz}`, `1 ${authority}`],
  ])('%s', (text, ...expected) => {
    const speakers = statements(text).map((one) => one.replace(/ [A-Z_]+$/, ''));
    expect(speakers.sort()).toEqual([...expected].sort());
  });
});

describe('speakers of whom only their work is told', () => {
  table([
    [
      met('One clerk, who asked not to be named, said she got a cardboard box.'),
      `2 unnamed-clerk of ${authority} PARAPHRASE`,
    ],
    [
      met(`A deckhand at the ${authority} who signed, and who fears for his job, said the plan was "a promise".`),
      `2 unnamed-deckhand of ${authority} MIXED`,
    ],
    [
      met(`Two judges of the ${authority} warned that the rule is void.`),
      `2 unnamed-judges of ${authority} PARAPHRASE`,
    ],
    [
      met(`Officials at the ${authority} are unhappy. One calls the plan "a hiding to nothing".`),
      `2 unnamed-official of ${authority} MIXED`,
    ],
    [afterRuiz('A successor will be named, a Ruiz aide said.'), `2 unnamed-aide of ${league} PARAPHRASE`],
  ]);
});

describe('phrases that say', () => {
  table([
    [`The ${authority} puts turnout at 41 per cent.`, `1 ${authority} PARAPHRASE`],
    [`The ${authority} puts it at 41 per cent.`, `1 ${authority} PARAPHRASE`],
    [`The ${authority} put the package at the table.`],
    [`${ruiz} weighed in by tweet: "Stay at the table, folks."`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`${ruiz} put it less gently: "The library closes."`, `1 ${ruiz} DIRECT_QUOTATION`],
    [`${ruiz} thanked both sides and took a swipe at the mayor for "rooting for the picket line."`, `1 ${ruiz} MIXED`],
    [`${ruiz} thanked both sides on Friday.`],
    [`The plan was dismissed by ${ruiz} as "thin".`, `1 ${ruiz} MIXED`],
    [`In ${ruiz}'s telling, the board "ordered sandwiches".`, `1 ${ruiz} MIXED`],
    [`${ruiz} would say only that the offer is thin.`, `1 ${ruiz} PARAPHRASE`],
  ]);
});

describe('what courts and boards decide', () => {
  table([
    [`The ${authority} ruled on Friday that the law is void.`, `1 ${authority} PARAPHRASE`],
    [`The law is void and of no force, the ${authority} ruled Thursday.`, `1 ${authority} PARAPHRASE`],
    [`The ${authority} ruled out a deal.`],
  ]);
});

describe('quotations beside a sentence that tells of their speaker', () => {
  table([
    [afterRuiz('Ruiz shrugged. "Ask me in the fall."'), `2 ${ruiz} DIRECT_QUOTATION`],
    [
      afterRuiz('Ruiz sees it differently.\n"The system was designed in 1972. It does nothing for us."'),
      `3 ${ruiz} DIRECT_QUOTATION`,
    ],
  ]);
});

describe('several who say it together', () => {
  table([
    [
      afterRuiz(`Ruiz and ${vella} turned down interviews. In a joint statement they described the plan as "fair".`),
      `2 ${ruiz} MIXED`,
      `2 ${vella} MIXED`,
    ],
  ]);
});

describe('whom a clause beside another name tells of', () => {
  table([
    [`The ${league}, whose lawyer, ${ruiz}, argued in May that the law is void, won.`, `1 ${ruiz} PARAPHRASE`],
    [`${ruiz}, sitting in the ${authority}, remarked that the notices looked "thin".`, `1 ${ruiz} MIXED`],
    [
      `It is an embarrassment for Premier ${vella}, who once told members that the law is void.`,
      `1 ${vella} PARAPHRASE`,
    ],
  ]);
});

describe('who speaks for the office of somebody', () => {
  table([
    [
      "Ana Ruiz, president of the Harbour Nurses' League, left.\nIt rained, a Ruiz aide said.",
      "2 unnamed-aide of Harbour Nurses' League PARAPHRASE",
    ],
    [
      "Ana Ruiz is the president of the Harbour Nurses' League.\nRuiz met the Ferry Board. A spokesperson for her office said it is late.",
      "2 unnamed-spokesperson of Harbour Nurses' League PARAPHRASE",
    ],
  ]);
});
