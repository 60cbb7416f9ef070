/**
 * The vocabulary of the graph: read this first, with the two pages beside it, registry/kinds.ts and
 * registry/relationshipTypes.ts; their words in English and French are in registry/words.
 *
 * Everything with an identity is an entity of one kind; everything said to hold between two entities is a
 * relationship of one type. The registry is the only place that says which kinds and types there are, which types and
 * statuses a kind knows, and what may relate to what. The database's rule tables, the GraphQL enumerations, the
 * seed validation and the labels shown to people are all written from it.
 */
import { type Kind, kindDefinition } from './kinds.ts';
import { type RelationshipType, relationshipDefinition, relationshipTypeNames } from './relationshipTypes.ts';

export * from './amounts.ts';
export * from './contests.ts';
export * from './definitions.ts';
export * from './identifiers.ts';
export * from './keys.ts';
export * from './kinds.ts';
export * from './qualifiers.ts';
export * from './relationshipTypes.ts';

export interface Rule {
  readonly type: RelationshipType;
  readonly subjectKind: Kind;
  readonly objectKind: Kind;
}

/** Every allowed (type, subject kind, object kind), each once. */
export const rules: readonly Rule[] = relationshipTypeNames.flatMap((type) =>
  relationshipDefinition(type).rules.flatMap(([subjects, objects]) =>
    subjects.flatMap((subjectKind) => objects.map((objectKind) => ({ type, subjectKind, objectKind }))),
  ),
);

/** Seen from an entity: as the subject, as the object, or both. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** Kinds at the far end of a type, seen from its subject (`OUT`), its object (`IN`) or either. */
export function farKinds(type: RelationshipType, direction: Direction): Kind[] {
  if (direction === 'BOTH') return [...new Set([...farKinds(type, 'OUT'), ...farKinds(type, 'IN')])];
  const far = rules
    .filter((rule) => rule.type === type)
    .map((rule) => (direction === 'OUT' ? rule.objectKind : rule.subjectKind));
  return [...new Set(far)];
}

/** What can be contested: claims by whoever says otherwise, and whatever a court can have before it. */
export const contestableKinds: readonly Kind[] = [
  ...new Set([...farKinds('DISPUTES', 'OUT'), ...farKinds('CHALLENGES', 'OUT')]),
];

/** What a source can leave open of a kind: the attributes of which `not stated` may be said. */
export function openAttributes(kind: Kind): string[] {
  const { types, statuses, start, end, details, open } = kindDefinition(kind);
  return [
    ...(types === undefined ? [] : ['type']),
    ...(statuses === undefined ? [] : ['status']),
    ...(start === undefined ? [] : ['start']),
    ...(end === undefined ? [] : ['end']),
    ...Object.keys(details?.attributes ?? {}).filter((attribute) => !details?.required?.includes(attribute)),
    ...(open ?? []),
  ];
}
