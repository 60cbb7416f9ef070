import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * How much code an operation compiles to, in fields: those of an interface or union count once for each type that can
 * stand there, on every level anew, so that a short query can come to millions.
 *
 * @param most where counting ends.
 * @returns the number of fields, or more than `most`; so too of an operation that must not be compiled.
 */
export function compiledSize(schema: GraphQLSchema, document: DocumentNode, most: number): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let size = 0;
  const count = (selections: SelectionSetNode, type: GraphQLCompositeType): void => {
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    for (const one of types) countFor(selections, one);
  };
  /** `type`: an object's, of which some selections may not hold. */
  const countFor = (selections: SelectionSetNode, type: GraphQLCompositeType): void => {
    for (const selection of selections.selections) {
      if (size > most) return;
      if (selection.kind === Kind.FIELD) {
        size += 1;
        // The compiled code writes answers as literals, in which this name is the prototype's: the field would be lost.
        if (selection.alias?.value === '__proto__') size = most + 1;
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        const below = field === undefined ? undefined : getNamedType(field.type);
        if (selection.selectionSet !== undefined && isCompositeType(below)) count(selection.selectionSet, below);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (fragment !== undefined && (!on || holds(on, type))) countFor(fragment.selectionSet, type);
    }
  };
  /** Whether a fragment on a type applies to an object's type. */
  const holds = (on: unknown, type: GraphQLCompositeType): boolean =>
    on === type || (isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type));
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root) count(definition.selectionSet, root);
  }
  return size;
}
