import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { messageOf } from '../database/thrown.ts';
import { allowedMoment, parseMoment } from '../records/moment.ts';
import { invalidArgument } from './errors.ts';

/** The scalar DateTime: a moment. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, with its offset from UTC: `2026-11-24T12:00:00Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError(`not a moment: ${String(value)}`);
  },
  parseValue: (value) => (value instanceof Date ? value : readMoment(value)),
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : print(node), node),
});

function readMoment(text: unknown, node?: ValueNode): Date {
  try {
    return parseMoment(text);
  } catch (error) {
    throw invalidArgument(messageOf(error), allowedMoment, node);
  }
}
