/** Records at random, of every kind and type of the registry, that are right: with all that goes together. */
import fc from 'fast-check';
import {
  type AttributeType,
  type Kind,
  kindDefinition,
  kinds,
  openAttributes,
  qualifierDefinition,
  qualifiersOf,
  type RelationshipType,
  relationshipDefinition,
  rules,
  units,
} from '../../src/registry/index.ts';

export type Data = Record<string, unknown>;

/** An entity of each kind that records can point at. */
export const idOf = (kind: Kind): string => `some-${kind.toLowerCase().replaceAll('_', '-')}`;

const notStated = 'not stated';

/** Whatever can be stored and is not white space alone. */
const text = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((one) => /\S/u.test(one) && !/[\p{Cc}\p{Cs}]/u.test(one)),
  fc.constantFrom('2015', 'true', 'null', 'two\nlines', '- a: b', 'not stated at all', '😀'),
);
const earlier = fc.constantFrom<unknown>(
  '1998',
  1999,
  '1999-05',
  '1996-02-29',
  '1998-11~',
  '[1997..1999-06]',
  '[..1999]',
  '199X',
);
const later = fc.constantFrom<unknown>(
  2015,
  '2016',
  '2016-01-31',
  '2015-XX',
  '2016-02-XX',
  '[2015-01-24..]',
  '2016?',
  '20XX',
);
const dated = (date: fc.Arbitrary<unknown>) =>
  fc.oneof(date, fc.record({ date, rule: text }), fc.record({ date, external: text }));

const number = fc.integer({ min: 0, max: 10_000_000 }).map((whole) => whole / 100);
const fraction = fc.constantFrom('1/2', '2/3', '9998/9999');
const sha256 = fc.stringMatching(/^[0-9a-f]{63}[a-f]$/);
const words = (vocabulary: object) => fc.constantFrom(...Object.keys(vocabulary));

const particular: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  sha256,
  code: fc.constantFrom('CA', 'CA-AB'),
  address: fc.constant('https://example.org/a?b=c'),
};

const byType: Readonly<Record<Exclude<AttributeType, object>, fc.Arbitrary<unknown>>> = {
  text,
  texts: fc.array(text, { maxLength: 3 }),
  integer: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  decimal: number,
  amount: fc.oneof(number, fraction),
  share: fc.oneof(
    fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    fraction,
  ),
  time: fc.constantFrom('00:01', '23:59'),
  boolean: fc.boolean(),
  date: dated(fc.oneof(earlier, later)),
  entity: fc.constant(idOf('PERSON')),
};

const attribute = (name: string, type: AttributeType) =>
  particular[name] ?? (typeof type === 'object' ? words(type.oneOf) : byType[type]);

const at = fc.integer({ min: 1, max: 3 }).map((paragraph) => `${idOf('ARTICLE')}/${paragraph}`);
const cues = fc.array(text, { minLength: 1, maxLength: 2 });
const elsewhere = fc.record(
  { external: text, url: fc.constant('https://example.org/') },
  { requiredKeys: ['external'] },
);

/** At least one piece for the whole; one for what is left open. */
const evidence = (isSaid = false, open: readonly string[] = []) => {
  const whole = fc.record(
    { at, cues, rule: text, ...(isSaid && { quotation: fc.constantFrom('QUOTED', 'PARTLY_QUOTED', 'TOLD') }) },
    { requiredKeys: ['at', 'cues', ...(isSaid ? (['quotation'] as const) : [])] },
  );
  const pieces = fc.array(fc.oneof<fc.Arbitrary<Data>[]>(whole, elsewhere), { minLength: 1, maxLength: 3 });
  if (open.length === 0) return pieces;
  return fc.tuple(pieces, at, cues).map(([some, where, what]) => [...some, { at: where, cues: what, for: open }]);
};

const names = fc
  .tuple(text, fc.uniqueArray(text, { maxLength: 2 }), fc.constantFrom('en', 'fr'))
  .map(([preferred, alias, language]) => ({ [language]: { preferred, alias } }));

const identifiers = fc.record(
  {
    WIKIDATA: fc.record({ value: fc.constant('Q42'), external: text, url: fc.constant('https://example.org/') }),
    ISNI: fc.record({
      value: fc.constant('0000000121032683'),
      external: text,
      url: fc.constant('https://example.org/'),
    }),
  },
  { requiredKeys: [] },
);

/** A number and what counts it: of a fraction SHARE, of all else something else. */
const valued = fc.oneof(
  fc.record({ value: fraction, unit: fc.constant('SHARE') }),
  fc.record(
    { value: number, unit: words(units).filter((unit) => unit !== 'SHARE'), approximation: fc.constant('ALMOST') },
    { requiredKeys: ['value', 'unit'] },
  ),
);
const ranged = fc.record({ low: fc.constant(1.5), high: number.map((one) => one + 2), unit: fc.constant('CAD') });

const term = fc
  .tuple(
    fc.oneof<fc.Arbitrary<Data>[]>(valued, fc.constant({}), fc.constant({ value: notStated })),
    fc.record(
      {
        ...{ year: fc.integer({ min: 1, max: 100 }), lumpSum: fc.boolean(), retroactive: fc.boolean() },
        years: fc.constantFrom(1, 2),
        ...{ effective: dated(later), key: fc.constant('second') },
        ...{ issue: fc.constant(idOf('ISSUE')), text, evidence: evidence() },
      },
      { requiredKeys: ['issue', 'text', 'evidence'] },
    ),
  )
  .map(([value, { years, ...rest }]): Data => ({ ...rest, ...(rest.year !== undefined && { years }), ...value }))
  .chain(supported);

/** A part with a piece of evidence for some of what it says. */
function supported(part: Data): fc.Arbitrary<Data> {
  const says = Object.keys(part).filter((key) => key !== 'key' && key !== 'evidence' && part[key] !== undefined);
  return fc
    .tuple(fc.subarray(says), at, cues)
    .map(([names, where, what]) =>
      names.length === 0
        ? part
        : { ...part, evidence: [...(part['evidence'] as Data[]), { at: where, cues: what, for: names }] },
    );
}

const parts: { readonly [Name in Kind]?: fc.Arbitrary<Data> } = {
  PROPOSAL: fc.record({ terms: fc.array(term, { maxLength: 2 }) }),
  COLLECTIVE_AGREEMENT: fc.record({ terms: fc.array(term, { maxLength: 2 }) }),
  LEGISLATION: fc.record({
    stages: fc.array(
      fc.record(
        { stage: words(kinds.LEGISLATION.statuses), date: dated(later), evidence: evidence() },
        { requiredKeys: ['stage', 'evidence'] },
      ),
      { maxLength: 2 },
    ),
    provisions: fc.array(
      fc.record(
        { effect: text, condition: text, affects: fc.constant([idOf('UNION')]), evidence: evidence() },
        { requiredKeys: ['effect', 'evidence'] },
      ),
      { maxLength: 2 },
    ),
  }),
  ARTICLE: fc.record({
    paragraphs: fc.array(
      fc.record({ role: fc.constant('BODY'), sha256, without: text }, { requiredKeys: ['role', 'sha256'] }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
};

/** Of numbers what goes together. */
const amounts = (kind: Kind, stated: Data): fc.Arbitrary<Data> => {
  if (kind === 'CLAIM') {
    const { value: _, low: _low, high: _high, unit: _unit, approximation: _approximation, ...rest } = stated;
    return fc.oneof<fc.Arbitrary<Data>[]>(valued, ranged, fc.constant({})).map((figure) => ({ ...rest, ...figure }));
  }
  const isLoose = (name: string) => /Approximation$/.test(name) && !(name.replace('Approximation', '') in stated);
  return fc.constant(Object.fromEntries(Object.entries(stated).filter(([name]) => !isLoose(name))));
};

/** An entity of a kind. */
export function entityOf(kind: Kind): fc.Arbitrary<Data> {
  const { types, statuses, start, end, details } = kindDefinition(kind);
  const all = {
    ...(types && kind !== 'STATEMENT' && { type: words(types) }),
    ...(statuses && { status: words(statuses) }),
    ...(start !== undefined && { start: dated(earlier) }),
    ...(end !== undefined && { end: dated(later) }),
    ...Object.fromEntries(
      Object.entries(details?.attributes ?? {}).map(([name, type]) => [name, attribute(name, type)]),
    ),
  };
  const required = details?.required ?? [];
  const stated = fc.record<Data>(all, { requiredKeys: [...required] }).chain((some) => amounts(kind, some));
  const open = fc.subarray(openAttributes(kind).filter((name) => kind !== 'STATEMENT' || name !== 'type'));
  return fc.tuple(stated, open, parts[kind] ?? fc.constant({})).chain(([some, left, made]) => {
    // What is left open is not stated, and what hangs on it is not either.
    const closed = Object.entries(some).filter(
      ([name]) => !left.some((one) => name === one || name === `${one}Approximation`),
    );
    const isFigure =
      kind === 'CLAIM' && left.some((name) => ['value', 'low', 'high', 'unit', 'approximation'].includes(name));
    const rest = isFigure
      ? closed.filter(([name]) => !['value', 'low', 'high', 'unit', 'approximation'].includes(name))
      : closed;
    return fc
      .record({ names, identifiers, summary: text, evidence: evidence(kind === 'STATEMENT', left) })
      .map((shared) => ({
        ...{ id: `new-${idOf(kind)}`, kind, ...Object.fromEntries(rest), ...made },
        ...(left.length > 0 ? { notStated: left } : {}),
        ...shared,
      }));
  });
}

/** A relationship of a type; one of the kinds that it leads from, and one that it leads to. */
export function relationshipOf(type: RelationshipType): fc.Arbitrary<Data> {
  const { temporal = false } = relationshipDefinition(type);
  const ofQualifier = {
    text,
    count: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    boolean: fc.boolean(),
    actor: fc.constant(idOf('UNION')),
  };
  const qualified = qualifiersOf(type).map((name) => {
    const { type: sort, required = false } = qualifierDefinition(name);
    return { name, required, value: typeof sort === 'object' ? words(sort.oneOf) : ofQualifier[sort] };
  });
  const validity = fc.oneof<fc.Arbitrary<Data>[]>(
    fc.constant({}),
    fc.record({ from: fc.oneof(dated(earlier), fc.constant(notStated)), until: dated(later) }, { requiredKeys: [] }),
    fc.record({ asOf: fc.constantFrom<unknown>(2015, '2015-05-12', '2015-05-12/2016-01') }),
  );
  const ends = rules.filter((rule) => rule.type === type).map((rule) => [rule.subjectKind, rule.objectKind] as const);
  return fc
    .tuple(
      fc.constantFrom(...ends),
      fc.record<Data>(Object.fromEntries(qualified.map(({ name, value }) => [name, value])), {
        requiredKeys: qualified.filter(({ required }) => required).map(({ name }) => name),
      }),
      temporal ? validity : fc.constant({}),
      fc.record({ evidence: evidence(), key: fc.constant('second') }, { requiredKeys: ['evidence'] }),
      fc.boolean(),
    )
    .map(([[subject, object], own, dates, rest, isList]) => {
      const objectId = `other-${idOf(object)}`;
      return { subject: idOf(subject), [type]: isList ? [objectId] : objectId, ...own, ...dates, ...rest };
    });
}
