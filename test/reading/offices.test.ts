/** Who holds which post, in made-up sentences. */
import { describe, expect, it } from 'vitest';
import { offices } from './recognised.ts';

/** A text, and the posts that it tells of. */
type Row = readonly [text: string, ...expected: string[]];
const table = (rows: readonly Row[]) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(offices(text)).toEqual(expected);
  });
};
const league = "Harbour Nurses' League";
/** The first paragraph names the league. */
const met = (text: string): string => `The ${league} refused the offer on Monday.\n${text}`;

describe('a post before the name', () => {
  table([
    [`The ${league} president Ana Ruiz said no.`, `Ana Ruiz: president of ${league}`],
    [`The ${league} vice-president Ana Ruiz said no.`, `Ana Ruiz: vice-president of ${league}`],
    ['Treasury Board President Ana Ruiz said no.', 'Ana Ruiz: president of Treasury Board'],
    ['Ferries Ministry chief Ana Ruiz said no.', 'Ana Ruiz: chief of Ferries Ministry'],
    ['HNL secretary-treasurer Ana Ruiz said no.', 'Ana Ruiz: secretary-treasurer of HNL'],
    [`The ${league}'s president, Ana Ruiz, said no.`, `Ana Ruiz: president of ${league}`],
    ['The Ferry Workers Union’s president Ana Ruiz said no.', 'Ana Ruiz: president of Ferry Workers Union'],
    [met('Union president Ana Ruiz said no.'), `Ana Ruiz: president of ${league}`],
    [met('League president Ana Ruiz said no.'), `Ana Ruiz: president of ${league}`],
    [met('The union’s president, Ana Ruiz, said no.'), `Ana Ruiz: president of ${league}`],
    [met('Its president, Ana Ruiz, said no.'), `Ana Ruiz: president of ${league}`],
    [met('President Ana Ruiz said no.'), `Ana Ruiz: president of ${league}`],
  ]);
});

describe('"of"', () => {
  table([
    ['The president of the Treasury Board, Ana Ruiz, said no.', 'Ana Ruiz: president of Treasury Board'],
    ['Ana Ruiz, a spokesperson for the Ferry Workers Union, said no.', 'Ana Ruiz: spokesperson of Ferry Workers Union'],
    ['President Ana Ruiz of the Ferry Workers Union said no.', 'Ana Ruiz: president of Ferry Workers Union'],
    [
      'Ana Ruiz, president of Larkhaven General Hospital, said no.',
      'Ana Ruiz: president of Larkhaven General Hospital',
    ],
  ]);
});

describe('a post beside the name', () => {
  table([
    [`Ana Ruiz, president of the ${league}, said no.`, `Ana Ruiz: president of ${league}`],
    [`Ana Ruiz, the president of the ${league}, said no.`, `Ana Ruiz: president of ${league}`],
    [`Ana Ruiz, 54, president of the ${league}, said no.`, `Ana Ruiz: president of ${league}`],
    [`"It is late," said Ana Ruiz, ${league} president.`, `Ana Ruiz: president of ${league}`],
    [`"It is late," said Ana Ruiz, the ${league}'s president.`, `Ana Ruiz: president of ${league}`],
    [`Ana Ruiz, who is president of the ${league}, said no.`, `Ana Ruiz: president of ${league}`],
    [`Ana Ruiz is the president of the ${league}.`, `Ana Ruiz: president of ${league}`],
    [met('Ana Ruiz, its president, said no.'), `Ana Ruiz: president of ${league}`],
    [met("Ana Ruiz, the union's president, said no."), `Ana Ruiz: president of ${league}`],
    [
      `Ana Ruiz, president of the ${league}, met Leo Vella, director of the Larkhaven Port Authority.`,
      `Ana Ruiz: president of ${league}`,
      'Leo Vella: director of Larkhaven Port Authority',
    ],
  ]);
});

describe('governments', () => {
  table([
    ['Premier Ana Ruiz said no.', 'Ana Ruiz: premier of unnamed-government'],
    ['Ontario Premier Ana Ruiz said no.', 'Ana Ruiz: premier of government-of-ontario'],
    ['Prime Minister Ana Ruiz said no.', 'Ana Ruiz: prime minister of unnamed-government'],
    ['Ferries Minister Ana Ruiz said no.', 'Ana Ruiz: ferries minister of unnamed-government'],
    [
      'The Ministry of Ferries met. Ferries Minister Ana Ruiz said no.',
      'Ana Ruiz: ferries minister of Ministry of Ferries',
    ],
    [
      'The Ministry of Health met. Ferries Minister Ana Ruiz said no.',
      'Ana Ruiz: ferries minister of unnamed-government',
    ],
    ['NDP Leader Ana Ruiz said no.', 'Ana Ruiz: leader of NDP'],
    ['Ana Ruiz, leader of the Liberals, said no.', 'Ana Ruiz: leader of Liberals'],
    ['The New Democrats met. Their leader, Ana Ruiz, said no.', 'Ana Ruiz: leader of New Democrats'],
    ['Conservative ferries critic Ana Ruiz said no.', 'Ana Ruiz: ferries critic of Conservative'],
    ['Mayor Ana Ruiz said no.', 'Ana Ruiz: mayor of unnamed-city'],
    ['The City of Larkhaven met. Mayor Ana Ruiz said no.', 'Ana Ruiz: mayor of City of Larkhaven'],
  ]);
});

describe('no post', () => {
  table([
    [met('The union’s treasurer declined to speak.')],
    [met('Mediator Ana Ruiz said no.')],
    [met('A spokesperson for the ministry said no.')],
    ['Dr. Ana Ruiz and Mr. Leo Vella said no.'],
    ['Ana Ruiz said the president of the Ferry Workers Union is ill.'],
    ['Ana Ruiz, a nurse, said no.'],
  ]);
});

describe('once an article', () => {
  table([
    [
      `The ${league} president Ana Ruiz said no.\nAna Ruiz, president of the ${league}, said it again.`,
      `Ana Ruiz: president of ${league}`,
    ],
    [`The ${league} president met the press. Ana Ruiz of the ${league} said no.`, `Ana Ruiz: president of ${league}`],
  ]);
});

describe('a post that a verb tells', () => {
  table([
    [`Ana Ruiz, who heads the ${league}, said no.`, `Ana Ruiz: head of ${league}`],
    [`Ana Ruiz, who now leads the powerful 9,000-member ${league}, said no.`, `Ana Ruiz: leader of ${league}`],
    [`Ana Ruiz has led the ${league} since 2010.`, `Ana Ruiz: leader of ${league}`],
    [`The ${league}, led by Ana Ruiz, said no.`, `Ana Ruiz: leader of ${league}`],
    [
      'The Larkhaven Ferry Board met Monday. Chaired by Ana Ruiz, it has 30 days.',
      'Ana Ruiz: chair of Larkhaven Ferry Board',
    ],
    ['Ana Ruiz, sitting in the Court of Appeal, said no.', 'Ana Ruiz: judge of Court of Appeal'],
    [`Ana Ruiz was elected president of the ${league}.`, `Ana Ruiz: president of ${league}`],
    [`The ${league} elected Ana Ruiz president.`, `Ana Ruiz: president of ${league}`],
  ]);
});

describe('experts, lawyers and conciliators', () => {
  table([
    [
      'Ana Ruiz, a labour law professor at Harbour University, said no.',
      'Ana Ruiz: labour law professor of Harbour University',
    ],
    [
      'Political scientist Ana Ruiz of Harbour University said no.',
      'Ana Ruiz: political scientist of Harbour University',
    ],
    [met('The league, whose lawyer, Ana Ruiz, spoke, said no.'), `Ana Ruiz: lawyer of ${league}`],
    [met('"Good," said Ana Ruiz, a lawyer for the nurses.'), `Ana Ruiz: lawyer of ${league}`],
    [
      'Talks at the Larkhaven Mediation Service went on. The mediator, Ana Ruiz, was glum.',
      'Ana Ruiz: mediator of Larkhaven Mediation Service',
    ],
  ]);
});

describe('posts of several, and posts by another’s', () => {
  table([
    [
      `${league} vice-presidents Ana Ruiz and Leo Vella said no.`,
      `Ana Ruiz: vice-president of ${league}`,
      `Leo Vella: vice-president of ${league}`,
    ],
    [
      `Ana Ruiz and Leo Vella, co-chairs of the ${league}, said no.`,
      `Ana Ruiz: co-chair of ${league}`,
      `Leo Vella: co-chair of ${league}`,
    ],
    [
      met('Ana Ruiz, the league’s president, spoke. Her deputy, Leo Vella, did not.'),
      `Ana Ruiz: president of ${league}`,
      `Leo Vella: deputy president of ${league}`,
    ],
    [`Former ${league} president Ana Ruiz said no.`, `Ana Ruiz: former president of ${league}`],
    ["Labour's shadow justice secretary, Ana Ruiz, said no.", 'Ana Ruiz: shadow justice secretary of Labour'],
    [
      'The Department of Ferries met. In a memo, deputy minister Ana Ruiz said no.',
      'Ana Ruiz: deputy minister of Department of Ferries',
    ],
  ]);
});

describe('whose a post is, where no name stands beside it', () => {
  table([
    [
      'The Conservatives say the Liberals are late.\nHealth critic Ana Ruiz, a Conservative, said no.',
      'Ana Ruiz: health critic of Conservatives',
    ],
    [
      'The Conservatives say the Liberals are late. Health critic Ana Ruiz said no.',
      'Ana Ruiz: health critic of Conservatives',
    ],
    [
      'The Conservatives voted against the bill of the governing Liberals.\nHealth critic Ana Ruiz said no.',
      'Ana Ruiz: health critic of Conservatives',
    ],
    [
      `The ${league} met the Ferry Workers Union. The new body, the Larkhaven Alliance of Deckhands, is to meet.\nAna Ruiz, its president, said no.`,
      'Ana Ruiz: president of Larkhaven Alliance of Deckhands',
    ],
    [
      'The Larkhaven Transit Commission met. "No," commission chair Ana Ruiz said.',
      'Ana Ruiz: chair of Larkhaven Transit Commission',
    ],
    [
      'Ana Ruiz, a professor of public law at Larkhaven University, said no.',
      'Ana Ruiz: professor of public law of Larkhaven University',
    ],
    ['Professor Ana Ruiz met the Larkhaven University.'],
    ['The Larkhaven Supreme Court met. The award is by Ana Ruiz, a retired judge.'],
    ['The Larkhaven Supreme Court met. Retired judge Ana Ruiz made the award.'],
    [
      'Larkhaven Ferries, a Crown corporation, met the Harbour Board.\nThe pay is fair, said Ana Ruiz, the corporation’s president.',
      'Ana Ruiz: president of Larkhaven Ferries',
    ],
    [
      'The Department of Ferries is late.\nOntario Finance sees no reason. "No," the department’s spokesperson, Ana Ruiz, said.',
      'Ana Ruiz: spokesperson of Ontario Finance',
    ],
  ]);
});

describe('a post whose holder the next sentence names', () => {
  table([
    [`The president of the ${league} was blunt. "It is thin," said Ana Ruiz.`, `Ana Ruiz: president of ${league}`],
    [met('Its president had more to say. Ana Ruiz said the offer is thin.'), `Ana Ruiz: president of ${league}`],
    [
      'The Malta Green Party met.\nThe premier has won. Ana Ruiz’s Greens hold 40 seats.',
      'Ana Ruiz: premier of government-of-malta',
    ],
    [
      met('Its chief negotiator says no. That negotiator, Ana Ruiz, is new.'),
      `Ana Ruiz: chief negotiator of ${league}`,
    ],
    // Somebody else: of whom the text says who it is, who was named before, or who does not follow.
    [met('Its president was blunt. "It is thin," said Ana Ruiz, a nurse.')],
    [met('Its president was blunt. Ana Ruiz, a nurse, said it is thin.')],
    [met('Ana Ruiz waited.\nIts president was blunt. "It is thin," said Ana Ruiz.')],
    [met('Its president declined to speak. Ana Ruiz said it is thin.')],
    [met('Nurses met its president. Ana Ruiz said it is thin.')],
  ]);
});

describe('a post by that of somebody named further up', () => {
  table([
    [
      `Ana Ruiz, president of the ${league}, met the Ferry Board.\nIt rained.\n"No," Ruiz said.\nHer chief economist, Leo Vella, agrees.`,
      `Ana Ruiz: president of ${league}`,
      `Leo Vella: chief economist of ${league}`,
    ],
  ]);
});
