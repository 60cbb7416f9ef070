/** What the graph holds, from its records: as the recognisers look for it, and as new evidence is added to it. */
import type { NameType } from '../generated/prisma/enums.ts';
import { relationshipId } from '../records/ids.ts';
import type { Node } from '../records/validation/node.ts';
import { isKind, isRelationshipType } from '../registry/index.ts';
import type { Knowledge, KnownEntity, KnownRelationship } from './types.ts';

/** A record as plain data, in the shape of the seed files. */
export type Plain = Readonly<Record<string, unknown>>;

/** The records of the graph by their ids, each relationship by itself with its subject. */
export interface KnownFacts {
  /** Without their relationships. */
  readonly entities: ReadonlyMap<string, Plain>;
  readonly relationships: ReadonlyMap<string, Plain>;
}

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list; of anything else, none. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text, or a number as one: a year is a number to YAML. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** A value of a seed file as plain data. */
export function plainOf(node: Node): unknown {
  if (node.type === 'list') return node.items.map(plainOf);
  if (node.type === 'mapping')
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node)]));
  return node.value;
}

/** The type of a relationship's record: its only key that is one. */
export const typeOf = (record: Plain): string | undefined => Object.keys(record).find(isRelationshipType);

/** Takes records apart: entities, and each relationship with one object. */
export function knownFactsOf(records: readonly unknown[]): KnownFacts {
  const entities = new Map<string, Plain>();
  const relationships = new Map<string, Plain>();
  const relate = (subject: string, record: Plain): void => {
    const type = typeOf(record);
    if (type === undefined) return;
    const { subject: _, [type]: objects, ...rest } = record;
    for (const object of (Array.isArray(objects) ? objects : [objects]).flatMap((one) => textOf(one) ?? [])) {
      const id = relationshipId({ subjectId: subject, type, objectId: object }, textOf(rest['key']) ?? null);
      relationships.set(id, { subject, [type]: object, ...rest });
    }
  };
  for (const record of records) {
    if (!isPlain(record)) continue;
    const { relationships: own, ...entity } = record;
    const [id, subject] = [textOf(record['id']), textOf(record['subject'])];
    if (id !== undefined) {
      entities.set(id, entity);
      for (const one of itemsOf(own)) if (isPlain(one)) relate(id, one);
    } else if (subject !== undefined) relate(subject, record);
  }
  return { entities, relationships };
}

/** What of these facts a reader can recognise. */
export function knowledgeOf({ entities, relationships }: KnownFacts): Knowledge {
  return {
    entities: [...entities].flatMap(([id, record]): KnownEntity[] => {
      const kind = textOf(record['kind']) ?? '';
      return isKind(kind) ? [{ id, kind, type: textOf(record['type']), names: namesOf(record) }] : [];
    }),
    relationships: [...relationships].flatMap(([id, record]): KnownRelationship[] => {
      const type = typeOf(record);
      const [subject, object] = [textOf(record['subject']), textOf(record[type ?? ''])];
      if (type === undefined || subject === undefined || object === undefined) return [];
      return [{ id, type, subject, object, ...validityOf(record) }];
    }),
  };
}

const nameTypes: Readonly<Record<string, NameType>> = { acronym: 'ACRONYM', alias: 'ALIAS', former: 'FORMER' };

function namesOf({ names }: Plain): KnownEntity['names'] {
  if (!isPlain(names)) return [];
  return Object.entries(names).flatMap(([language, of]) => {
    if (!isPlain(of)) return [];
    const preferred = textOf(of['preferred']);
    const others = Object.entries(nameTypes).flatMap(([key, type]) =>
      itemsOf(of[key]).flatMap((name) => {
        const text = textOf(name);
        return text === undefined ? [] : [{ text, language, type }];
      }),
    );
    return [...(preferred === undefined ? [] : [{ text: preferred, language, type: 'PREFERRED' as const }]), ...others];
  });
}

/** A date of a record in EDTF, however it is known. */
export const edtfOf = (value: unknown): string | undefined => {
  const text = isPlain(value) ? textOf(value['date']) : textOf(value);
  return text === 'not stated' ? undefined : text;
};

/** Since and until when a relationship holds. */
export function validityOf(record: Plain): { readonly from: string | undefined; readonly until: string | undefined } {
  const asOf = textOf(record['asOf']);
  if (asOf === undefined) return { from: edtfOf(record['from']), until: edtfOf(record['until']) };
  const [first = asOf, last = first] = asOf.split('/');
  return { from: `[..${first}]`, until: `[${last}..]` };
}
