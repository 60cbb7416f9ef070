/** How long texts and lists from outside may be: the same for what stands in a query and for what its variables hold. */
import { GraphQLError } from 'graphql';
import { badCharacter, isTooLong, longestText } from '../../records/inputText.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { type RefusalDetails, refusal } from './refusal.ts';

/** Where something stands: the path of its argument, and its place in the query, as far as they are known. */
type Place = Pick<RefusalDetails, 'argument' | 'node'>;

/** Why a text is refused, or undefined. */
export function textBeyond(text: string, place: Place): GraphQLError | undefined {
  if (isTooLong(text)) {
    const message = `${nameOf(place)} has ${text.length} characters; at most ${longestText} may be given.`;
    return refusal('INPUT_LIMIT', message, { limit: longestText, requested: text.length, ...place });
  }
  const bad = badCharacter(text);
  if (bad === undefined) return undefined;
  const originalError = new InvalidArgument(place.argument ?? [], bad.message, bad.allowed);
  return new GraphQLError(originalError.message, {
    nodes: place.node ?? null,
    originalError,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

/** Why a list is refused, or undefined. */
export function listBeyond(length: number, limit: number, place: Place): GraphQLError | undefined {
  if (length <= limit) return undefined;
  const message = `${nameOf(place)} has ${length} items; at most ${limit} may be given.`;
  return refusal('INPUT_LIMIT', message, { limit, requested: length, ...place });
}

/** What is refused for being nested too deeply. */
export const tooDeep = (limit: number, place: Place): GraphQLError =>
  refusal('INPUT_LIMIT', `${nameOf(place)} is nested more than ${limit} levels deep.`, { limit, ...place });

const nameOf = ({ argument = [] }: Place): string =>
  argument.length === 0 ? 'A word of the query' : argument.join('.');
