/** What a fact may be mistaken for: another entity of the same kind, another name, another word of a vocabulary. */
import { Position, Quotation, Side } from '../../../src/generated/prisma/enums.ts';
import type { Node } from '../../../src/records/validation/node.ts';
import { approximations, isKind, units } from '../../../src/registry/index.ts';
import type { Random } from './slips.ts';

/** The entities of the records, by what may stand for them in a fact. */
export interface Known {
  readonly kindOf: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Names that stand in texts, by the kind of what they name. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function knownOf(records: readonly Node[]): Known {
  const entities = records.flatMap((record) => {
    const [id, kind] = [textAt(record, 'id'), textAt(record, 'kind')];
    return id !== null && kind !== null && isKind(kind) ? [{ id, kind, names: namesOf(record, kind) }] : [];
  });
  const kinds = [...new Set(entities.map(({ kind }) => kind))];
  const of = (kind: string) => entities.filter((one) => one.kind === kind);
  return {
    kindOf: new Map(entities.map(({ id, kind }) => [id, kind])),
    ids: new Map(kinds.map((kind) => [kind, of(kind).map(({ id }) => id)])),
    names: new Map(
      ['PERSON', 'UNION', 'POLITICAL_PARTY', 'JURISDICTION'].map((kind) => [
        kind,
        of(kind).flatMap(({ names }) => names),
      ]),
    ),
  };
}

function textAt(node: Node, key: string): string | null {
  const found = node.type === 'mapping' ? node.entries.get(key)?.node : undefined;
  return found?.type === 'scalar' ? found.text : null;
}

/** A person is called by the last name, a union by its acronym. */
function namesOf(record: Node, kind: string): string[] {
  const names = record.type === 'mapping' ? record.entries.get('names')?.node : undefined;
  const english = names?.type === 'mapping' ? names.entries.get('en')?.node : undefined;
  if (english?.type !== 'mapping') return [];
  const preferred = textAt(english, 'preferred') ?? '';
  const acronym = english.entries.get('acronym')?.node;
  const [first] = acronym?.type === 'list' ? acronym.items : [];
  const short = first?.type === 'scalar' ? first.text : preferred;
  return [kind === 'PERSON' ? (preferred.split(' ').at(-1) ?? '') : kind === 'UNION' ? short : preferred];
}

const another = (text: string, others: readonly string[], random: Random): string | null => {
  const rest = others.filter((other) => other !== text);
  return rest[random(rest.length || 1)] ?? null;
};

/** Another entity of the same kind. */
export function swapReference(id: string, { kindOf, ids }: Known, random: Random): string | null {
  const kind = kindOf.get(id);
  return kind === undefined ? null : another(id, ids.get(kind) ?? [], random);
}

/** The name of somebody else in a text. */
export function swapName(text: string, { names }: Known, random: Random): string | null {
  const found = [...names.values()].flatMap((all) =>
    all.flatMap((name) => {
      const at = text.search(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u'));
      return at === -1 ? [] : [{ all, name, at }];
    }),
  );
  const { all = [], name = '', at = 0 } = found[random(found.length || 1)] ?? {};
  const other = another(name, all, random);
  return other === null ? null : text.slice(0, at) + other + text.slice(at + name.length);
}

const vocabularies: readonly (readonly [key: RegExp, sort: string, words: readonly string[]])[] = [
  [/^unit$/, 'unit', Object.keys(units)],
  [/pproximation$/, 'approximation', Object.keys(approximations)],
  [/^side$/, 'side', Object.values(Side)],
  [/^position$/, 'position', Object.values(Position)],
  [/^quotation$/, 'quotation', Object.values(Quotation)],
  [/^extensionLikelihood$/, 'likelihood', ['LIKELY', 'POSSIBLE']],
];

/** Every other word of the vocabulary that a key takes. */
export function swapWord(key: string, text: string): (readonly [sort: string, text: string])[] {
  const found = vocabularies.find(([pattern]) => pattern.test(key));
  return found === undefined ? [] : found[2].filter((word) => word !== text).map((word) => [found[1], word]);
}
