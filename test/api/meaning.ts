/** What the filters mean, worked out by hand over all entities as the API tells of them: nothing of the service's own. */
import { type Kind, kindDefinition, openAttributes } from '../../src/registry/index.ts';
import { ask } from '../ask.ts';
import { bearing, isPublishedBy, type Piece, pieceFields } from './piece.ts';

interface Day {
  readonly earliest: string | null;
  readonly latest: string | null;
}
interface Related {
  readonly direction: 'IN' | 'OUT';
  readonly node: {
    readonly type: string;
    readonly side: string | null;
    readonly validFrom: Day | null;
    readonly validTo: Day | null;
    readonly accordingTo: { readonly id: string } | null;
  };
  readonly other: { readonly id: string };
}
export interface Item {
  readonly id: string;
  readonly kind: Kind;
  readonly subtype: string | null;
  readonly statusCode: string | null;
  readonly summary: string;
  readonly names: readonly { readonly text: string }[];
  readonly notStated: readonly { readonly attribute: string }[];
  readonly start?: Day | null;
  readonly end?: Day | null;
  readonly stages?: readonly { readonly date: Day | null }[];
  readonly verification?: string;
  readonly evidence: { readonly nodes: readonly Piece[] };
  readonly relationships: { readonly edges: readonly Related[] };
}

const day = '{ earliest latest }';
const fields = `id kind subtype statusCode summary names { text } notStated { attribute }
  ... on Dated { start ${day} end ${day} } ... on Legislation { stages { date ${day} } }
  ... on Article { verification } evidence(first: 20) { nodes { ${pieceFields} } }
  relationships(first: 100) { edges {
    direction node { type side validFrom ${day} validTo ${day} accordingTo { id } } other { id } } }`;

/** All entities, by id. */
export async function readAll(): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  for (let after: string | null = null; ; ) {
    const page: { entities: { nodes: Item[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await ask(
      `query ($after: String) { entities(first: 40, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const item of page.entities.nodes) found.set(item.id, item);
    if (!page.entities.pageInfo.hasNextPage) return found;
    after = page.entities.pageInfo.endCursor;
  }
}

export interface Filter {
  readonly kinds?: readonly Kind[];
  readonly ids?: readonly string[];
  readonly name?: { readonly is?: string; readonly startsWith?: string; readonly contains?: string };
  readonly types?: readonly string[];
  readonly statuses?: readonly string[];
  readonly jurisdiction?: string;
  readonly issue?: string;
  readonly narrower?: boolean;
  readonly party?: string;
  readonly speaker?: string;
  readonly sides?: readonly string[];
  readonly contested?: boolean;
  readonly contestedAs?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly undated?: 'INCLUDE' | 'EXCLUDE' | 'ONLY';
  readonly text?: string;
  readonly notStated?: string;
  readonly publishedBy?: string;
  readonly verifications?: readonly string[];
  readonly evidence?: Partial<Pick<Piece, 'paragraph'>> & {
    readonly article?: string;
    readonly outlet?: string;
    readonly publishedUntil?: string;
    readonly bases?: readonly string[];
    readonly verifications?: readonly string[];
    readonly quotations?: readonly string[];
  };
  readonly restsOn?: 'ONE_ARTICLE' | 'ONE_OUTLET' | 'ARTICLES_ALONE' | 'OUTSIDE_SOURCES_ALONE';
  readonly and?: readonly Filter[];
  readonly or?: readonly Filter[];
  readonly not?: Filter;
}

/** Whether a kind can be asked all that a filter says. */
export type Able = (kind: Kind, filter: Filter) => boolean;

/** By the filters that the schema has for each kind; `not` is asked of what could meet what stands in it. */
export async function readAble(items: ReadonlyMap<string, Item>): Promise<Able> {
  const { __schema } = await ask<{
    __schema: { types: { name: string; inputFields: { name: string }[] | null }[] };
  }>('{ __schema { types { name inputFields { name } } } }');
  const fields = new Map(
    __schema.types.map(({ name, inputFields }) => [name, inputFields?.map((field) => field.name) ?? []]),
  );
  const can = (kind: Kind, { kinds, and = [], or, not, ...conditions }: Filter): boolean => {
    const { types = {}, statuses = {}, graphql } = kindDefinition(kind);
    const { ids, notStated, evidence } = conditions;
    return [
      kinds?.includes(kind) ?? true,
      ...Object.keys(conditions).map((name) => fields.get(`${graphql}Filter`)?.includes(name)),
      ids?.some((id) => items.get(id)?.kind === kind) ?? true,
      conditions.types?.some((word) => word in types) ?? true,
      conditions.statuses?.some((word) => word in statuses) ?? true,
      notStated === undefined || openAttributes(kind).includes(notStated),
      evidence?.quotations === undefined || kind === 'STATEMENT',
      ...[...and, ...(not === undefined ? [] : [not])].map((one) => can(kind, one)),
      or?.some((one) => can(kind, one)) ?? true,
    ].every(Boolean);
  };
  return can;
}

/** Case and accents do not matter in a name. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").replace(/œ/g, 'oe').toLowerCase();

/** Words to ask for, and what they find: the search for words has tests of its own. */
export const wordsFound: Readonly<Record<string, RegExp>> = {
  strike: /\bstrik(e|es|ing)\b/i,
  sick: /\bsick\b/i,
  benson: /\bbenson\b/i,
};

const contestable: readonly Kind[] = ['CLAIM', 'LEGISLATION', 'PROPOSAL'];
const contests = { DISPUTES: 'DISPUTED', DENIES: 'DENIED', QUALIFIES: 'QUALIFIED', REBUTS: 'ANSWERED' };

/** What an item has of each thing that can be asked for; days are not among it. */
export function meanings(items: ReadonlyMap<string, Item>) {
  const edges = (one: Item, direction: 'IN' | 'OUT', ...types: readonly string[]): Related[] =>
    one.relationships.edges.filter((edge) => edge.direction === direction && types.includes(edge.node.type));
  const at = ({ other }: Related): Item => items.get(other.id) as Item;
  const far = (one: Item, direction: 'IN' | 'OUT', ...types: readonly string[]): Item[] =>
    edges(one, direction, ...types).map(at);
  /** The offices that somebody may have held when something was said. */
  const offices = (one: Item, said: Item | null): Item[] =>
    edges(one, 'OUT', 'HOLDS')
      .filter(({ node: { validFrom, validTo } }) => {
        const [from, to] = [validFrom?.earliest ?? '', validTo?.latest ?? '9999'];
        return from <= (said?.start?.latest ?? '9999') && to >= (said?.start?.earliest ?? '');
      })
      .map(at);

  const place = (one: Item): string[] => far(one, 'OUT', 'IN_JURISDICTION', 'GOVERNS').map(({ id }) => id);
  const placeOfParty = (one: Item): string[] =>
    far(one, 'IN', 'FORMED_BY')
      .flatMap((by) => far(by, 'OUT', 'ADMINISTRATION_OF'))
      .flatMap(place);
  const placeOfActor = (one: Item, said: Item | null): string[] => [
    ...[one, ...far(one, 'OUT', 'ADMINISTRATION_OF'), ...offices(one, said)].flatMap(place),
    ...placeOfParty(one),
  ];
  const placeOfStatement = (one: Item): string[] => [
    ...far(one, 'OUT', 'MADE_IN')
      .flatMap((event) => far(event, 'OUT', 'OCCURS_IN'))
      .flatMap(place),
    ...far(one, 'IN', 'MAKES').flatMap((speaker) => placeOfActor(speaker, one)),
  ];
  const jurisdictions: Partial<Record<Kind, (one: Item) => string[]>> = {
    ADMINISTRATION: (one) => far(one, 'OUT', 'ADMINISTRATION_OF').flatMap(place),
    COLLECTIVE_AGREEMENT: (one) => [one, ...far(one, 'IN', 'IMPOSES')].flatMap(place),
    POLITICAL_PARTY: placeOfParty,
    EVENT: (one) => [
      ...[...occursIn(one), ...far(one, 'IN', 'SETS')].flatMap(place),
      ...far(one, 'IN', 'TAKES_PART_IN').flatMap((by) => placeOfActor(by, one)),
    ],
    PROPOSAL: (one) => [
      ...[...far(one, 'OUT', 'MADE_IN'), ...far(one, 'IN', 'IMPOSES')].flatMap(place),
      ...far(one, 'IN', 'MAKES').flatMap((maker) => placeOfActor(maker, one)),
    ],
    STATEMENT: placeOfStatement,
    CLAIM: (one) =>
      far(one, 'IN', 'ASSERTS').flatMap((by) =>
        by.kind === 'STATEMENT' ? placeOfStatement(by) : placeOfActor(by, null),
      ),
  };
  const within = (issue: Item, broad: string): boolean =>
    issue.id === broad || far(issue, 'OUT', 'PART_OF').some((broader) => within(broader, broad));
  /** What an event belongs to. */
  const occursIn = (one: Item): Item[] =>
    one.kind === 'EVENT' ? [one, ...far(one, 'OUT', 'PART_OF')].flatMap((event) => far(event, 'OUT', 'OCCURS_IN')) : [];
  const parties = (one: Item): string[] => far(one, 'IN', 'PARTY_TO').map(({ id }) => id);
  /** Who made something; or, of a statement that reaches us within another's words, who is said to have. */
  const makers = (one: Item, hearsay: boolean): Item[] =>
    edges(one, 'IN', 'MAKES')
      .filter(({ node }) => (one.kind === 'STATEMENT' && node.accordingTo !== null) === hearsay)
      .map(at);
  const speakers = (one: Item, hearsay = false): string[] => [
    ...makers(one, hearsay).map(({ id }) => id),
    ...far(one, 'IN', 'ASSERTS').flatMap((by) => {
      if (by.kind === 'STATEMENT') return speakers(by, hearsay);
      return hearsay ? [] : [by.id];
    }),
  ];
  const sides = (one: Item, hearsay = false): string[] =>
    makers(one, hearsay)
      .flatMap((by) => [
        by,
        ...[by, ...offices(by, one)].flatMap((office) => far(office, 'OUT', 'OFFICE_OF')),
        ...far(by, 'OUT', 'ADMINISTRATION_OF'),
      ])
      .flatMap((by) => edges(by, 'OUT', 'PARTY_TO').map(({ node }) => node.side ?? ''));
  return {
    jurisdictions: (one: Item): string[] => (jurisdictions[one.kind] ?? place)(one),
    concerns: (one: Item, issue: string, narrower: boolean): boolean =>
      far(one, 'OUT', 'CONCERNS').some((at) => (narrower ? within(at, issue) : at.id === issue)),
    parties: (one: Item): string[] => [one, ...occursIn(one)].flatMap(parties),
    participants: (one: Item): string[] => far(one, 'IN', 'TAKES_PART_IN').map(({ id }) => id),
    /** The sides that the parties are on. */
    partySides: (one: Item): string[] =>
      [one, ...occursIn(one)].flatMap((side) => edges(side, 'IN', 'PARTY_TO').map(({ node }) => node.side ?? '')),
    outlets: (one: Item): string[] => far(one, 'OUT', 'PUBLISHED_BY').map(({ id }) => id),
    speakers,
    sides,
    contests: (one: Item): string[] => [
      ...Object.entries(contests).flatMap(([type, word]) => edges(one, 'IN', type).map(() => word)),
      ...edges(one, 'OUT', 'REBUTS').map(() => 'ANSWERS'),
      ...far(one, 'IN', 'CHALLENGES').flatMap(({ statusCode }) =>
        statusCode === 'BEFORE_THE_COURT' ? [statusCode] : [],
      ),
    ],
    /** The statements that make a claim. */
    statements: (one: Item): Item[] => far(one, 'IN', 'ASSERTS').filter(({ kind }) => kind === 'STATEMENT'),
  };
}

export type Meanings = ReturnType<typeof meanings>;

/** From the first to the last day that an item may have gone on; null if nothing says when. */
export function spanOf({ kind, start, end, stages = [] }: Item): readonly [string, string] | null {
  const reached = stages.flatMap(({ date }) => date ?? []);
  const begun = start ? [start] : reached;
  if (begun.length === 0 && !end) return null;
  const first = begun.map(({ earliest }) => earliest ?? '').sort()[0] ?? '';
  const isPeriod = kindDefinition(kind).isPeriod === true;
  const last = end ? end.latest : isPeriod ? null : start?.latest;
  return [first, last ?? '9999'];
}

/** Whether an item meets each condition of a filter; a condition that is not about its kind is none that it meets. */
export function meets(mean: Meanings, able: Able, one: Item, filter: Filter): boolean {
  const { kinds, ids, name = {}, publishedBy, verifications, evidence, restsOn, and, or, not } = filter;
  const { types, statuses, jurisdiction, issue, narrower, party, speaker, sides, text, notStated } = filter;
  const { contested, contestedAs } = filter;
  return [
    types === undefined || types.includes(one.subtype ?? ''),
    statuses === undefined || statuses.includes(one.statusCode ?? ''),
    jurisdiction === undefined || mean.jurisdictions(one).includes(jurisdiction),
    issue === undefined || mean.concerns(one, issue, narrower ?? true),
    party === undefined || [...mean.parties(one), ...mean.participants(one)].includes(party),
    speaker === undefined || mean.speakers(one).includes(speaker),
    sides === undefined || mean.sides(one).some((word) => sides.includes(word)),
    contested === undefined || (contestable.includes(one.kind) && mean.contests(one).length > 0 === contested),
    contestedAs === undefined || mean.contests(one).some((word) => contestedAs.includes(word)),
    meetsDays(mean, one, filter),
    text === undefined ||
      [one.summary, ...one.names.map((name) => name.text)].some((some) => wordsFound[text]?.test(some)),
    notStated === undefined || one.notStated.some(({ attribute }) => attribute === notStated),
    kinds?.includes(one.kind) ?? true,
    ids?.includes(one.id) ?? true,
    one.names.some(({ text: called }) => isCalled(fold(called), name)),
    publishedBy === undefined || mean.outlets(one).includes(publishedBy),
    verifications === undefined || verifications.includes(one.verification ?? ''),
    evidence === undefined || one.evidence.nodes.some((piece) => isSuch(piece, evidence)),
    restsOn === undefined || rests(one.evidence.nodes)[restsOn],
    and?.every((each) => meets(mean, able, one, each)) ?? true,
    or?.some((each) => meets(mean, able, one, each)) ?? true,
    not === undefined || (able(one.kind, not) && !meets(mean, able, one, not)),
  ].every(Boolean);
}

const isCalled = (called: string, { is, startsWith = '', contains = '' }: NonNullable<Filter['name']>): boolean =>
  (is === undefined || called === fold(is)) && called.startsWith(fold(startsWith)) && called.includes(fold(contains));

const outletsOf = ({ article }: Piece): string[] => article?.outlets.nodes.map(({ id }) => id) ?? [];

function isSuch(piece: Piece, asked: NonNullable<Filter['evidence']>): boolean {
  const { article, paragraph, outlet, publishedUntil, bases, verifications, quotations } = asked;
  return [
    article === undefined || piece.article?.id === article,
    paragraph === undefined || piece.paragraph === paragraph,
    outlet === undefined || outletsOf(piece).includes(outlet),
    publishedUntil === undefined || isPublishedBy(piece, publishedUntil),
    bases?.includes(piece.basis) ?? true,
    verifications?.includes(piece.verification ?? '') ?? true,
    quotations?.includes(piece.quotation ?? '') ?? true,
  ].every(Boolean);
}

/** How far evidence reaches; where there is none, no way. */
function rests(all: readonly Piece[]): Record<NonNullable<Filter['restsOn']>, boolean> {
  const pieces = bearing(all);
  const some = pieces.length > 0;
  const inArticles = some && pieces.every(({ article }) => article !== null);
  return {
    ONE_ARTICLE: inArticles && new Set(pieces.map(({ article }) => article?.id)).size === 1,
    ONE_OUTLET: some && outletsOf(pieces[0] as Piece).some((id) => pieces.every((one) => outletsOf(one).includes(id))),
    ARTICLES_ALONE: inArticles,
    OUTSIDE_SOURCES_ALONE: some && pieces.every(({ article }) => article === null),
  };
}

function meetsDays(mean: Meanings, one: Item, { from, to, undated }: Filter): boolean {
  if (from === undefined && to === undefined && undated === undefined) return true;
  const claim = one.kind === 'CLAIM';
  if (!claim && kindDefinition(one.kind).start === undefined) return false;
  const spans = (claim ? mean.statements(one) : [one]).flatMap((dated) => {
    const span = spanOf(dated);
    return span === null ? [] : [span];
  });
  if (spans.length === 0) return undated !== 'EXCLUDE';
  return undated !== 'ONLY' && spans.some(([first, last]) => last >= (from ?? '') && first <= (to ?? '9999'));
}
