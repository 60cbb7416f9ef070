/** The entities of a generated graph, with their names and what is particular to their kinds. */
import { type Kind, kindDefinition } from '../../src/registry/index.ts';
import { type Random, randomOf } from './random.ts';
import { aboutDay, columns, type Day, dayOf, onDay, type Row, type Table } from './rows.ts';
import { cue, jurisdictions, type Named, names, sentences } from './words.ts';

export interface Thing {
  readonly id: string;
  readonly kind: Kind;
  /** Of what happens or begins. */
  readonly start: Day | null;
  /** Of an office: one holder at a time. */
  readonly singleSeat?: boolean;
}

export type Things = Readonly<Record<Kind, readonly Thing[]>>;
export type Add = (table: Table, row: Row) => void;

/** How many of a kind in 10,000 entities; the people make up the rest. */
const growing: Partial<Record<Kind, number>> = {
  UNION: 400,
  PUBLIC_BODY: 300,
  OFFICE: 1000,
  BARGAINING_UNIT: 600,
  BARGAINING_ROUND: 600,
  PROPOSAL: 600,
  COLLECTIVE_AGREEMENT: 300,
  DISPUTE: 800,
  LEGISLATION: 100,
  LEGAL_CHALLENGE: 50,
  EVENT: 1400,
  STATEMENT: 1000,
  CLAIM: 700,
  ARTICLE: 800,
};

/** How many there are of what does not grow with the graph: its hubs. */
const standing: Partial<Record<Kind, number>> = {
  JURISDICTION: jurisdictions.length,
  GOVERNMENT: jurisdictions.length,
  ADMINISTRATION: 60,
  POLITICAL_PARTY: 10,
  COURT: 20,
  NEWS_OUTLET: 40,
  OCCUPATIONAL_GROUP: 20,
  ISSUE: 120,
};

export const paragraphs = 12;
const firstDay = dayOf('1996-01-01');
const lastDay = dayOf('2026-06-30');
const dated = new Set<Kind>([
  ...(['ADMINISTRATION', 'BARGAINING_ROUND', 'PROPOSAL', 'COLLECTIVE_AGREEMENT', 'DISPUTE'] as const),
  ...(['LEGISLATION', 'LEGAL_CHALLENGE', 'EVENT', 'STATEMENT', 'ARTICLE'] as const),
]);

const sum = (counts: Partial<Record<Kind, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Makes exactly `count` entities. */
export function makeEntities(count: number, add: Add): Things {
  const grown = Object.fromEntries(
    Object.entries(growing).map(([kind, share]) => [kind, Math.round((share * count) / 10_000)]),
  ) as Partial<Record<Kind, number>>;
  const counts = { ...standing, ...grown, PERSON: count - sum(standing) - sum(grown) };
  return Object.fromEntries(
    Object.entries(counts).map(([kind, size]) => [kind, makeKind(kind as Kind, size, add)]),
  ) as unknown as Things;
}

function makeKind(kind: Kind, size: number, add: Add): Thing[] {
  // A kind has randomness of its own, so that a change to one leaves the others as they are.
  const random = randomOf([...kind].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7));
  return Array.from({ length: size }, (_, index) => makeEntity(kind, index + 1, random, add));
}

function makeEntity(kind: Kind, number: number, random: Random, add: Add): Thing {
  const { types, statuses, isPeriod, graphql } = kindDefinition(kind);
  const suffix = kind === 'JURISDICTION' ? jurisdictions[number - 1] : number;
  const id = `${kind}-${suffix}`.toLowerCase().replaceAll('_', '-');
  const start = dated.has(kind) ? random.between(firstDay, lastDay) : null;
  const ends = isPeriod === true && start !== null && random.chance(0.6);
  add('Entity', {
    id,
    kind,
    type: types === undefined ? null : random.pick(Object.keys(types)),
    status: statuses === undefined ? null : random.pick(Object.keys(statuses)),
    summary: sentences(random, `${graphql} ${number}`),
    ...(start === null ? {} : aboutDay(random, 'start', start)),
    ...(ends ? onDay('end', start + 400 + random.below(900)) : {}),
  });
  addNames(id, nameOf(kind, number, random), add);
  const details = detailsOf(kind, number, random);
  if (details !== null) add(details.table, { id, ...details.row });
  for (let place = 1; kind === 'ARTICLE' && place <= paragraphs; place += 1) {
    add('Passage', { articleId: id, number: place, role: place === 1 ? 'HEADLINE' : 'BODY', sha256: hashOf(number) });
  }
  return kind === 'OFFICE' ? { id, kind, start, singleSeat: details?.row['singleSeat'] === true } : { id, kind, start };
}

function nameOf(kind: Kind, number: number, random: Random): Named {
  if (kind === 'PERSON') return names.person(random, number);
  if (kind === 'UNION') return names.union(random, number);
  if (kind === 'PUBLIC_BODY') return names.body(random, number);
  const what = kindDefinition(kind).graphql.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return standing[kind] === undefined ? names.about(random, what, number) : names.plain(what, number);
}

/** Sixty-four digits, as a hash has them. */
const hashOf = (number: number): string => number.toString(16).padStart(64, '0');

/** The row of an entity in the table of its kind. */
function detailsOf(kind: Kind, number: number, random: Random): { table: Table; row: Row } | null {
  const day = random.between(firstDay, lastDay);
  const row = (table: Table, columns: Row) => ({ table, row: columns });
  switch (kind) {
    case 'OFFICE':
      return row('Office', { singleSeat: random.chance(0.7) });
    case 'JURISDICTION':
      return row('Jurisdiction', { code: jurisdictions[number - 1] ?? '' });
    case 'BARGAINING_UNIT': {
      const size = random.between(10, 30_000);
      return row('BargainingUnit', { size, occupations: ['clerks'], ...aboutDay(random, 'sizeAsOf', day) });
    }
    case 'BARGAINING_ROUND':
      return row('BargainingRound', { route: 'ARBITRATION', ...aboutDay(random, 'agreementExpiry', day) });
    case 'LEGISLATION':
      return row('Legislation', { number: `C-${number}`, title: `An Act respecting matter ${number}` });
    case 'LEGAL_CHALLENGE':
      return row('LegalChallenge', { grounds: 'Freedom of association.' });
    case 'EVENT':
      return row('Event', { consequence: random.chance(0.1) ? 'The offer lapses.' : null });
    case 'STATEMENT':
      return row('Statement', { medium: random.pick(['EMAIL', 'NEWS_INTERVIEW', 'PRESS_CONFERENCE']) });
    case 'CLAIM': {
      const value = random.between(1, 900) * 1_000_000;
      return row('Claim', { measure: 'savings', value, unit: 'CAD', approximation: 'EXACT' });
    }
    case 'ARTICLE':
      return row('Article', { file: `article-${number}.txt`, sha256: hashOf(number) });
    default:
      return null;
  }
}

function addNames(id: string, { en, fr, acronym }: Named, add: Add): void {
  const name = (text: string, language: string, type: string, ordinal: number): void =>
    add('Name', { entityId: id, text, language, type, ordinal });
  name(en, 'en', 'PREFERRED', 0);
  if (fr !== undefined) name(fr, 'fr', 'PREFERRED', 1);
  if (acronym !== undefined) name(acronym, 'en', 'ACRONYM', 2);
}

/** The parts of proposals and of legislation that are facts of their own. */
export function makeParts(things: Things, add: Add): void {
  const random = randomOf(11);
  for (const { id, start } of things.PROPOSAL) {
    const terms = random.between(1, 3);
    for (let ordinal = 1; ordinal <= terms; ordinal += 1) {
      const termId = `${id}.term.${ordinal}`;
      const issueId = random.prefer(things.ISSUE).id;
      const value = random.between(0, 40) / 10;
      const text = `Raise by ${value} per cent.`;
      add('Term', {
        id: termId,
        proposalId: id,
        ordinal,
        issueId,
        year: ordinal,
        years: 1,
        value,
        unit: 'PERCENT',
        text,
      });
      addEvidence({ column: 'termId', id: termId }, start ?? 0);
    }
  }
  for (const { id, start } of things.LEGISLATION) {
    for (const [index, stage] of ['INTRODUCED', 'PASSED', 'IN_FORCE'].slice(0, random.between(1, 3)).entries()) {
      const stageId = `${id}.stage.${index + 1}`;
      const date = aboutDay(random, 'date', (start ?? 0) + 60 * index);
      add('LegislationStage', { id: stageId, legislationId: id, ordinal: index + 1, stage, ...date });
      addEvidence({ column: 'stageId', id: stageId }, index);
    }
    add('Provision', { id: `${id}.provision.1`, legislationId: id, ordinal: 1, effect: 'Sets the terms by law.' });
    addEvidence({ column: 'provisionId', id: `${id}.provision.1` }, 0);
  }

  function addEvidence(fact: Fact, salt: number): void {
    makeEvidence(fact, things, randomOf(salt), add);
  }
}

export interface Fact {
  readonly column: 'entityId' | 'relationshipId' | 'termId' | 'provisionId' | 'stageId';
  readonly id: string;
}

/** One piece of evidence for a fact, sometimes two: mostly stated, some derived, few from elsewhere. */
export function makeEvidence({ column, id }: Fact, things: Things, random: Random, add: Add): void {
  const pieces = random.chance(0.15) ? 2 : 1;
  for (let ordinal = 1; ordinal <= pieces; ordinal += 1) {
    const own = { id: `${id}.evidence.${ordinal}`, [column]: id, ordinal };
    if (random.chance(0.03)) {
      const url = 'https://example.org/register';
      add('Evidence', { ...own, basis: 'EXTERNAL', note: 'A public register.', url, cues: [] });
      continue;
    }
    const derived = random.chance(0.1);
    add('Evidence', {
      ...{ ...own, basis: derived ? 'DERIVED' : 'STATED', note: derived ? 'Worked out from the date line.' : null },
      ...{ articleId: random.pick(things.ARTICLE).id, paragraph: random.between(1, paragraphs), cues: [cue(random)] },
    });
  }
}

/** The columns of a table, for whoever loads it. */
export const columnsOf = (table: Table): readonly string[] => columns[table];
