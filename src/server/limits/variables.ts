/** What the variables of a request may be: texts and lists no longer, and nothing deeper, than any argument needs. */
import type { GraphQLError } from 'graphql';
import type { Settings } from '../settings.ts';
import { listBeyond, textBeyond, tooDeep } from './input.ts';

type Limits = Pick<Settings, 'maxListItems' | 'maxInputDepth'>;

/**
 * Why a value is refused, or undefined. It is looked into no deeper than it may be.
 * @param argument the path of names that leads to it.
 */
export function valueBeyond(
  value: unknown,
  limits: Limits,
  depth = 0,
  argument: readonly string[] = [],
): GraphQLError | undefined {
  if (typeof value === 'string') return textBeyond(value, { argument });
  if (typeof value !== 'object' || value === null) return undefined;
  const { maxListItems, maxInputDepth } = limits;
  // The variables themselves are an object, which does not count.
  if (depth > maxInputDepth) return tooDeep(maxInputDepth, { argument });
  if (Array.isArray(value)) {
    const refused = listBeyond(value.length, maxListItems, { argument });
    if (refused !== undefined) return refused;
    for (const item of value) {
      const within = valueBeyond(item, limits, depth + 1, argument);
      if (within !== undefined) return within;
    }
    return undefined;
  }
  for (const [name, field] of Object.entries(value)) {
    const within = textBeyond(name, { argument }) ?? valueBeyond(field, limits, depth + 1, [...argument, name]);
    if (within !== undefined) return within;
  }
  return undefined;
}
