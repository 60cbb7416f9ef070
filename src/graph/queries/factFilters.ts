/**
 * What can be asked of relationships and of evidence, by what the registry lets there be: the table from which follows
 * what is refused. A condition that nothing can meet is refused, and not answered with nothing.
 */

import { InvalidArgument } from '../../records/invalidArgument.ts';
import {
  attributeOfScheme,
  identifierSchemeNames,
  isKeyOf,
  isKind,
  isRelationshipType,
  type Kind,
  keysOf,
  kindDefinition,
  kindNames,
  openAttributes,
  qualifiersOf,
  type RelationshipType,
  type Rule,
  relationshipDefinition,
  relationshipTypeNames,
  rules,
} from '../../registry/index.ts';
import type { RelationshipFilter } from './factLists.ts';
import { type EvidenceFilter, identifying, type RestsOn } from './restsOn.ts';

/** What evidence of an entity can be for, apart from the whole. */
function attributesOfKind(kind: Kind): string[] {
  const own = Object.keys(kindDefinition(kind).details?.attributes ?? {});
  return [...new Set(['names', 'summary', ...openAttributes(kind), ...own, ...identifiers])];
}

/** Whatever its kind, others may know it by an identifier. */
const identifiers = identifierSchemeNames.map(attributeOfScheme);

/** What evidence of a relationship can be for, apart from the whole. */
function attributesOfType(type: RelationshipType): string[] {
  const { temporal = false } = relationshipDefinition(type);
  return [...(temporal ? ['from', 'until'] : []), ...qualifiersOf(type)];
}

const attributesOfParts = {
  termId: [
    ...['issue', 'year', 'years', 'value', 'unit', 'approximation', 'compounded', 'retroactive', 'lumpSum'],
    ...['effective', 'text'],
  ],
  provisionId: ['effect', 'condition', 'affects'],
  stageId: ['stage', 'date'],
} as const;

/** A sort of fact: an entity of a kind, a relationship of a type, or a part of an entity. */
type FactSort =
  | { readonly kind: Kind }
  | { readonly type: RelationshipType }
  | { readonly part: keyof typeof attributesOfParts };

const attributesOf = (sort: FactSort): readonly string[] =>
  'kind' in sort
    ? attributesOfKind(sort.kind)
    : 'type' in sort
      ? attributesOfType(sort.type)
      : attributesOfParts[sort.part];

/** All sorts of facts. */
export const allFacts: readonly FactSort[] = [
  ...kindNames.map((kind) => ({ kind })),
  ...relationshipTypeNames.map((type) => ({ type })),
  ...keysOf(attributesOfParts).map((part) => ({ part })),
];

/** Whether evidence of facts of a sort can be as asked. */
export const canHave = (sort: FactSort, { attribute, quotations }: EvidenceFilter): boolean =>
  (attribute === undefined || attributesOf(sort).includes(attribute)) &&
  (quotations === undefined || ('kind' in sort && sort.kind === 'STATEMENT'));

/**
 * Checks what is asked of the evidence of facts of some sorts.
 * @throws InvalidArgument if none of them can have such evidence, or the conditions exclude each other.
 */
export function checkEvidence(filter: EvidenceFilter, of: readonly FactSort[], path: readonly string[]): void {
  const { attribute, quotations, bases } = filter;
  const known = [...new Set(of.flatMap(attributesOf))].sort();
  if (attribute !== undefined && !known.includes(attribute))
    throw new InvalidArgument([...path, 'attribute'], `"${attribute}" is no attribute of these facts`, orNone(known));
  if (quotations !== undefined && !of.some((sort) => canHave(sort, { quotations })))
    throw new InvalidArgument([...path, 'quotations'], 'only what somebody said is quoted', 'evidence of a STATEMENT');
  if (quotations !== undefined && attribute !== undefined)
    throw new InvalidArgument(
      [...path, 'attribute'],
      'what is quoted is the whole',
      '`quotations` without `attribute`',
    );
  if (bases !== undefined && isOnly(bases, 'EXTERNAL') && needsArticle(filter))
    throw new InvalidArgument([...path, 'bases'], 'what comes from elsewhere stands in no article', 'STATED, DERIVED');
}

/** True if there are some, and each is this one. */
const isOnly = <Word>(words: readonly Word[], word: Word): boolean =>
  words.length > 0 && words.every((one) => one === word);

/** Whether only what stands in an article can be so. */
const needsArticle = ({ article, outlet, publishedUntil, verifications, quotations }: EvidenceFilter): boolean =>
  [article, outlet, publishedUntil, verifications, quotations].some((one) => one !== undefined);

/**
 * Checks that facts whose evidence reaches so far can have such a piece of evidence.
 * @param haveIdentifiers whether the facts can have identifiers: the evidence for one is from elsewhere, and counts for
 * nothing in how far the fact's reaches.
 * @throws InvalidArgument that names `restsOn`, below the path of what it stands in.
 */
export function checkReach(
  restsOn: RestsOn | undefined,
  evidence: EvidenceFilter | undefined,
  path: readonly string[],
  haveIdentifiers: boolean,
): void {
  if (restsOn === undefined || evidence === undefined) return;
  const { bases, attribute } = evidence;
  const inArticles = needsArticle(evidence) || (bases !== undefined && bases.length > 0 && !bases.includes('EXTERNAL'));
  const ofIdentifier = haveIdentifiers && (attribute === undefined || identifying.includes(attribute));
  const outside = bases !== undefined && isOnly(bases, 'EXTERNAL') && !ofIdentifier;
  const wrong = restsOn === 'OUTSIDE_SOURCES_ALONE' ? inArticles : outside;
  if (!wrong) return;
  const allowed = outside ? 'OUTSIDE_SOURCES_ALONE' : 'ONE_ARTICLE, ONE_OUTLET, ARTICLES_ALONE';
  throw new InvalidArgument([...path, 'restsOn'], 'nothing rests so that has such evidence', allowed);
}

/** A condition on what a relationship is, or leads to: the words that it allows. */
interface Condition {
  readonly name: 'types' | 'subject' | 'subjectKinds' | 'object' | 'objectKinds';
  readonly words: readonly string[] | undefined;
  readonly of: (rule: Rule) => string;
}

/**
 * Checks that each type and kind that is asked for can meet the other conditions.
 * @param kindOf the kind of an entity by its id.
 * @throws InvalidArgument that names the condition that cannot be met, and what could be.
 */
export function checkRelationships(filter: RelationshipFilter, kindOf: (id: string) => Kind): void {
  const { types, subject, object, subjectKinds, objectKinds, evidence, restsOn } = filter;
  const sorts = (types ?? relationshipTypeNames).map((type) => ({ type }));
  if (evidence !== undefined && sorts.length > 0) checkEvidence(evidence, sorts, ['filter', 'evidence']);
  checkReach(restsOn, evidence, ['filter'], false);
  const able = rules.filter(({ type }) => evidence === undefined || canHave({ type }, evidence));
  const all: readonly Condition[] = [
    { name: 'objectKinds', words: objectKinds, of: ({ objectKind }) => objectKind },
    { name: 'object', words: object === undefined ? undefined : [kindOf(object)], of: ({ objectKind }) => objectKind },
    { name: 'subjectKinds', words: subjectKinds, of: ({ subjectKind }) => subjectKind },
    {
      name: 'subject',
      words: subject === undefined ? undefined : [kindOf(subject)],
      of: ({ subjectKind }) => subjectKind,
    },
    { name: 'types', words: types, of: ({ type }) => type },
  ];
  const given = all.filter(({ words }) => words !== undefined);
  // Nothing at all is asked for, which nothing can contradict.
  if (given.some(({ words }) => words?.length === 0)) return;
  const refused = given.flatMap((condition) => {
    const others = given.filter((other) => other !== condition);
    const met = able.filter((rule) => others.every(({ words, of }) => words?.includes(of(rule))));
    const allowed = [...new Set(met.map(condition.of))].sort();
    const unable = condition.words?.filter((word) => !allowed.includes(word)) ?? [];
    return unable.length === 0 ? [] : [{ name: condition.name, unable, allowed }];
  });
  const first = refused.find(({ allowed }) => allowed.length > 0) ?? refused[0];
  if (first === undefined) return;
  const message = `${first.unable.join(', ')} cannot meet the other conditions`;
  throw new InvalidArgument(['filter', first.name], message, orNone(first.allowed));
}

const orNone = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));

/** The sort of a fact that its row tells. */
export const sortOfFact = (column: string, word: string): FactSort | null => {
  if (column === 'entityId') return isKind(word) ? { kind: word } : null;
  if (column === 'relationshipId') return isRelationshipType(word) ? { type: word } : null;
  return isKeyOf(attributesOfParts, column) ? { part: column } : null;
};
