/** What the caches of clients have to know of the schema: worked out from it, so that nothing is kept by hand. */
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  introspectionFromSchema,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';

/** Of each interface and union the object types, as Apollo Client takes them. */
type PossibleTypes = Readonly<Record<string, readonly string[]>>;

/** How Apollo Client keeps objects of a type. */
interface TypePolicy {
  readonly keyFields: readonly string[] | false;
  readonly merge?: true;
}

interface CacheConfig {
  readonly possibleTypes: PossibleTypes;
  readonly typePolicies: Readonly<Record<string, TypePolicy>>;
  /** The types that have no key: objects of them stand where they were found, and nowhere else. */
  readonly keyless: readonly string[];
  /** The schema without its words and inputs, as urql's graphcache takes it. */
  readonly introspection: object;
}

/** Works it out. */
export function cacheConfig(schema: GraphQLSchema): CacheConfig {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const objects = types.filter(isObjectType).filter((type) => type !== schema.getQueryType());
  const listed = inLists(schema, types);
  const policies = objects.map((type) => [type.name, policyOf(type, listed)] as const);
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
    typePolicies: Object.fromEntries(policies),
    keyless: policies.flatMap(([name, { keyFields }]) => (keyFields === false ? [name] : [])),
    introspection: introspectionOf(schema),
  };
}

/**
 * What has an id is kept once. What has none is part of what it was found in: there it is joined with what was read of it
 * before; but not in a list, where another may stand at its place by now.
 */
function policyOf(type: GraphQLObjectType, listed: ReadonlySet<GraphQLNamedType>): TypePolicy {
  if (type.getFields()['id'] !== undefined) return { keyFields: ['id'] };
  return { keyFields: false, ...(!listed.has(type) && { merge: true }) };
}

/** The types of which there are lists. */
function inLists(schema: GraphQLSchema, types: readonly GraphQLNamedType[]): ReadonlySet<GraphQLNamedType> {
  const listed = new Set<GraphQLNamedType>();
  for (const type of types) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const item = getNamedType(field.type);
      for (const one of isAbstractType(item) ? schema.getPossibleTypes(item) : [item]) listed.add(one);
    }
  }
  return listed;
}

/** What graphcache reads: which types there are, and what their fields give. */
function introspectionOf(schema: GraphQLSchema): object {
  const { queryType, types } = introspectionFromSchema(schema, { descriptions: false }).__schema;
  const read = types.flatMap((type): object[] => {
    if (type.name.startsWith('__')) return [];
    const { kind, name } = type;
    if (kind === 'UNION') return [{ kind, name, possibleTypes: type.possibleTypes.map(refOf) }];
    if (kind !== 'OBJECT' && kind !== 'INTERFACE') return [];
    const fields = type.fields.map((field) => ({ name: field.name, type: field.type, args: [] }));
    const possible = kind === 'INTERFACE' ? { possibleTypes: type.possibleTypes.map(refOf) } : {};
    return [{ kind, name, fields, interfaces: type.interfaces.map(refOf), ...possible }];
  });
  return { __schema: { queryType: { name: queryType.name }, mutationType: null, subscriptionType: null, types: read } };
}

const refOf = ({ kind, name }: { readonly kind: string; readonly name: string }) => ({ kind, name });
