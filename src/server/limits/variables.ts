/** What the variables of a request may be: lists no longer, and nothing deeper, than any argument needs. */
import type { GraphQLError } from 'graphql';
import type { Settings } from '../settings.ts';
import { refusal } from './refusal.ts';

type Limits = Pick<Settings, 'maxListItems' | 'maxInputDepth'>;

/** Why a value is refused, or undefined. It is looked into no deeper than it may be. */
export function valueBeyond(value: unknown, limits: Limits, depth = 0): GraphQLError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { maxListItems, maxInputDepth } = limits;
  // The variables themselves are an object, which does not count.
  if (depth > maxInputDepth)
    return refusal('INPUT_LIMIT', `A variable is nested more than ${maxInputDepth} levels deep.`, {
      limit: maxInputDepth,
    });
  if (Array.isArray(value) && value.length > maxListItems) {
    const message = `A list has ${value.length} items; at most ${maxListItems} may be given.`;
    return refusal('INPUT_LIMIT', message, { limit: maxListItems, requested: value.length });
  }
  for (const within of Array.isArray(value) ? value : Object.values(value)) {
    const refused = valueBeyond(within, limits, depth + 1);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
