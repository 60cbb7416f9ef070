/** The queries of the page, made of their texts when they are first asked. */
import { Kind, parse } from '@0no-co/graphql.web';
import type { DefinitionNode, DocumentNode } from 'graphql';
import { costs } from './merged.ts';

/**
 * What makes queries that may spread certain fragments, of a text and what it costs. Each fragment is parsed once, so
 * that queries that are asked together know it for the same.
 */
export function queriesWith(
  fragments: Readonly<Record<string, string>>,
): (text: string, cost?: number) => DocumentNode {
  const parsed = new Map<string, DefinitionNode>();
  const fragment = (name: string): DefinitionNode => {
    const known = parsed.get(name) ?? only(fragments[name] ?? '');
    parsed.set(name, known);
    return known;
  };
  /** The names of all fragments that a text comes to spread. */
  const spreadIn = (text: string, found = new Set<string>()): Set<string> => {
    for (const [, name = ''] of text.matchAll(/\.\.\.(?!on\b)(\w+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      spreadIn(fragments[name] ?? '', found);
    }
    return found;
  };
  return (text, cost = 0) => {
    let definitions: DefinitionNode[] | undefined;
    const query: DocumentNode = {
      kind: Kind.DOCUMENT,
      get definitions() {
        definitions ??= [only(text), ...[...spreadIn(text)].map(fragment)];
        return definitions;
      },
    };
    costs.set(query, cost);
    return query;
  };
}

/** The one definition that a text is of. */
function only(text: string): DefinitionNode {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition === undefined) throw new Error(`no definition: ${text}`);
  return definition;
}
