/** Entities by what the registers of others know them by. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { type IdentifierScheme, schemeDefinition } from '../../registry/index.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

/** How an identifier is looked for: people write ISNIs with spaces, and numbers of bills with capitals. */
export const spellingOfIdentifier = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** The ids of entities by scheme and spelling of the identifier, kept. */
export function identifierRows(read: Read, memory: Memory): CachedLoader<string, string> {
  return cachedLoader(memory, async (keys) => {
    const rows = await read<{ key: string; id: string }>(Prisma.sql`
      SELECT "scheme" || ' ' || lower("value") AS key, "entityId" AS id FROM "Identifier"
      WHERE lower("value") = ANY(${keys.map((key) => key.slice(key.indexOf(' ') + 1))}::text[])`);
    const byKey = new Map(rows.map(({ key, id }) => [key, id]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/**
 * The key of an identifier.
 * @throws InvalidArgument if the register has none such.
 */
export function keyOfIdentifier(scheme: IdentifierScheme, value: string): string {
  const spelling = spellingOfIdentifier(value);
  const { pattern, example } = schemeDefinition(scheme);
  if (!new RegExp(`^(?:${pattern})$`, 'i').test(spelling)) {
    throw new InvalidArgument(['value'], `"${value}" is no identifier of ${scheme}`, `one such as ${example}`);
  }
  return `${scheme} ${spelling}`;
}
