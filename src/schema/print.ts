/** The schema as a text. */
import { type GraphQLSchema, isInterfaceType, isObjectType, Kind, parse, print, printSchema } from 'graphql';

/** The SDL with the directives of its fields, such as `@cost`, which graphql's own printer leaves out. */
export function printWithDirectives(schema: GraphQLSchema): string {
  const document = parse(printSchema(schema));
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node;
    const type = schema.getType(node.name.value);
    if (!isObjectType(type) && !isInterfaceType(type)) return node;
    const fields = node.fields?.map((field) => {
      const directives = type.getFields()[field.name.value]?.astNode?.directives;
      return directives === undefined ? field : { ...field, directives };
    });
    return { ...node, ...(fields && { fields }) };
  });
  return `${print({ ...document, definitions })}\n`;
}
