/** What the graph is asked as known at: once a reader wants it, every query of the page carries the directive. */
import { Kind } from '@0no-co/graphql.web';
import type { DirectiveNode, DocumentNode } from 'graphql';
import { isDay } from './dates.ts';
import { costs } from './merged.ts';

/** A version of the data, or the last one of a day. Days are those of UTC: a link means the same to everybody. */
export type KnownAt = { readonly version: number } | { readonly day: string };

/** What an address says; null: neither a version nor a day that is over. */
export function readKnownAt(text: string, today = new Date().toJSON().slice(0, 10)): KnownAt | null {
  if (/^\d{1,9}$/.test(text)) return { version: Number(text) };
  return isDay(text) && text < today ? { day: text } : null;
}

const made = new Map<string, WeakMap<DocumentNode, DocumentNode>>();

/** A query that is answered as the graph was known; the same one each time, so that it is read once. */
export function asKnownAt<Query extends DocumentNode>(query: Query, known: KnownAt | null): Query {
  if (known === null) return query;
  const name = JSON.stringify(known);
  const before = made.get(name) ?? new WeakMap<DocumentNode, DocumentNode>();
  made.set(name, before);
  const found = (before.get(query) as Query | undefined) ?? withDirective(query, known);
  before.set(query, found);
  return found;
}

function withDirective<Query extends DocumentNode>(query: Query, known: KnownAt): Query {
  const definitions = query.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? { ...one, directives: [directiveOf(known)] } : one,
  );
  // Neither where it stood in its text nor the key by which its answer is kept: it is another query.
  const changed = { kind: query.kind, definitions } as DocumentNode as Query;
  costs.set(changed, costs.get(query) ?? 0);
  return changed;
}

const directiveOf = (known: KnownAt): DirectiveNode =>
  ({
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'knownAt' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'version' in known ? 'version' : 'time' },
        value:
          'version' in known
            ? { kind: Kind.INT, value: String(known.version) }
            : { kind: Kind.STRING, value: `${known.day}T23:59:59.999Z` },
      },
    ],
  }) as DirectiveNode;
