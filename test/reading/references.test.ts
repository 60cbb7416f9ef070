/** What words that are no names stand for, in made-up paragraphs. */
import { describe, expect, it } from 'vitest';
import { known, nothing, read } from './recognised.ts';

/** What stands for whom, in order: "the union = Ferry Workers Union". */
function references(text: string, knowledge = nothing): string[] {
  const { mentions, entities } = read(text, knowledge);
  return mentions
    .filter(({ proper }) => !proper)
    .map(({ text: words, entity }) => {
      const proper = mentions.find((one) => one.proper && one.entity === entity);
      expect(entities.map(({ key }) => key)).toContain(entity);
      return `${words} = ${proper?.text ?? entity}`;
    });
}

type Row = readonly [text: string, ...expected: string[]];
const table = (rows: readonly Row[]) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(references(text)).toEqual(expected);
  });
};
const league = "Harbour Nurses' League";
const authority = 'Larkhaven Port Authority';
const met = (text: string): string => `The ${league} met the ${authority}.\n${text}`;

describe('sides', () => {
  table([
    [met('The union waited.'), `The union = ${league}`],
    [met('Its union waited.'), `Its union = ${league}`],
    [met('The employer waited.'), `The employer = ${authority}`],
    [met('The company waited.'), `The company = ${authority}`],
    [met('The striking union waited.'), `The striking union = ${league}`],
    [met('Both sides waited.'), `Both sides = ${league}`, `Both sides = ${authority}`],
    [met('The two sides waited.'), `The two sides = ${league}`, `The two sides = ${authority}`],
    ['The union waited.', 'The union = unnamed-union'],
    ['The employer waited.', 'The employer = unnamed-employer'],
    ['The government waited.', 'The government = unnamed-government'],
    ['The Government of Larkhaven met. The government waited.', 'The government = Government of Larkhaven'],
  ]);
});

describe('by the head of the name', () => {
  table([
    [met('The league waited.'), `The league = ${league}`],
    [met('The authority waited.'), `The authority = ${authority}`],
    ['The Ministry of Ferries met. The ministry waited.', 'The ministry = Ministry of Ferries'],
    ['Larkhaven General Hospital closed. The hospital is full.', 'The hospital = Larkhaven General Hospital'],
    [
      'The University of Larkhaven met Larkhaven General Hospital. The university waited, the hospital did not.',
      'The university = University of Larkhaven',
      'the hospital = Larkhaven General Hospital',
    ],
    ['The Work Tribunal met. The tribunal waited.', 'The tribunal = Work Tribunal'],
    ['A tribunal waited.'],
  ]);
});

describe('members', () => {
  table([
    [met('Members waited.'), `Members = ${league}`],
    [met('The 400 nurses waited.'), `400 nurses = ${league}`],
  ]);
});

describe('people', () => {
  table([
    ['Ana Ruiz left. She waited.', 'She = Ana Ruiz'],
    ['Tom Vella left. He waited.', 'He = Tom Vella'],
    ['Ana Ruiz met Tom Vella. She waited; he did not.', 'She = Ana Ruiz', 'he = Tom Vella'],
    ['She waited.'],
    [`The ${league} left. It said so.`, `It = ${league}`],
    ['It is late.'],
    [`The ${league} left. It is late.`],
  ]);
});

describe('with what the graph knows', () => {
  it('takes the government of the jurisdiction that is named', () => {
    const graph = {
      entities: [
        known('malta', 'JURISDICTION', 'Malta'),
        known('government-of-malta', 'GOVERNMENT', 'Government of Malta'),
      ],
      relationships: [
        {
          id: 'r',
          type: 'GOVERNS',
          subject: 'government-of-malta',
          object: 'malta',
          from: undefined,
          until: undefined,
        },
      ],
    };
    const { mentions } = read('Nurses in Malta met. The government waited.', graph);
    expect(mentions.find(({ text }) => text === 'The government')?.entity).toBe('government-of-malta');
  });

  it('takes the government that a named body is a part of', () => {
    const graph = {
      entities: [
        known('board', 'PUBLIC_BODY', 'Ferry Board'),
        known('government-of-malta', 'GOVERNMENT', 'Government of Malta'),
      ],
      relationships: [
        {
          id: 'r',
          type: 'PART_OF',
          subject: 'board',
          object: 'government-of-malta',
          from: undefined,
          until: undefined,
        },
      ],
    };
    const { mentions } = read('The Ferry Board met. The government waited.', graph);
    expect(mentions.find(({ text }) => text === 'The government')?.entity).toBe('government-of-malta');
  });
});

describe('a reference', () => {
  it('is no mention of its own in the compared format, and no part of a name', () => {
    const { mentions } = read(met('The Harbour Union waited.'));
    expect(mentions.filter(({ p, proper }) => p === 2 && !proper)).toEqual([]);
  });
});

describe('the union, of two', () => {
  const local = 'Deckhands Local 77';
  table([
    // The one that the article is about, unless this paragraph or the one before names another.
    [
      `${local} met.\n${local} waited. ${local} met the Ferry Workers Union.\nIt rained.\nIt snowed.\nThe union left.`,
      `The union = ${local}`,
    ],
    [
      `${local} met. ${local} waited.\nThe Ferry Workers Union came too.\nThe union left.`,
      'The union = Ferry Workers Union',
    ],
    [
      `${local} met. ${local} waited.\nThe Ferry Workers Union came, and the union left.`,
      'the union = Ferry Workers Union',
    ],
  ]);
});

describe('what an organization is called', () => {
  table([
    [
      `Larkhaven Ferries, a family company, met the ${authority}. The ${authority} waited.\nThe company left.`,
      'a family company = Larkhaven Ferries',
      'The company = Larkhaven Ferries',
    ],
    [
      `Larkhaven Ferries is a charity.\nThe ${authority} met Larkhaven Ferries.\nThe authority left.`,
      `The authority = ${authority}`,
    ],
  ]);
});

describe('the government of a text that names no place', () => {
  it('is that of the place which the name of a body begins with', () => {
    const { entities } = read('The Ontario Nurses League met. The government waited.');
    expect(entities.find(({ kind }) => kind === 'GOVERNMENT')?.names).toContain('Ontario government');
  });
});
