/**
 * What the compiler is given in place of a schema and an operation: objects in variables that it takes as they are. They
 * are coerced before; the compiler would do it once more, by code that it writes out for each input type, without an
 * end where a type stands in itself, as a filter does.
 */
import {
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type TypeNode,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

/** Takes whatever it is given. */
const coerced = new GraphQLScalarType({ name: '__Coerced' });
const coercedType: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: coerced.name } };

/** The schema, with the type that such variables are said to be of. */
export const withCoerced = (schema: GraphQLSchema): GraphQLSchema =>
  Object.create(schema, {
    getType: { value: (name: string) => (name === coerced.name ? coerced : schema.getType(name)) },
  }) as GraphQLSchema;

/** The document, with such variables said to be of that type. They have their defaults already. */
export const asCoerced = (schema: GraphQLSchema, document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: (node): VariableDefinitionNode | undefined =>
      isInputObjectType(getNamedType(typeFromAST(schema, node.type)))
        ? { kind: node.kind, variable: node.variable, type: coercedType }
        : undefined,
  });
