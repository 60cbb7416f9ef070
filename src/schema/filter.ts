/** Filters, from what clients send to what the graph takes: the same for lists and statistics. */
import { BadInput } from '../graph/badInput.ts';
import type { Graph } from '../graph/graph.ts';
import type { EntityFilter } from '../graph/list.ts';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../graph/registry.ts';

/** What the filters of all kinds have; each kind's own leaves out what cannot be asked of it. */
export interface FilterInput {
  readonly type?: readonly string[] | null | undefined;
  readonly status?: readonly string[] | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  readonly issue?: string | null | undefined;
  readonly narrower?: boolean | null | undefined;
  readonly party?: string | null | undefined;
  readonly speaker?: string | null | undefined;
  readonly contested?: boolean | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly text?: string | null | undefined;
  readonly notStated?: string | null | undefined;
}

/**
 * The filter that a client sends.
 * @throws BadInput if an id is of nothing, or an attribute is none of these kinds.
 */
export function toFilter(
  graph: Graph,
  kinds: readonly Kind[] | undefined,
  filter: FilterInput | null | undefined,
): EntityFilter {
  const { type, status, jurisdiction, issue, narrower, party, speaker, contested, from, to, text, notStated } =
    filter ?? {};
  const of = kinds ?? kindNames;
  checkWords('type', type, wordsOf(of, 'types'));
  checkWords('status', status, wordsOf(of, 'statuses'));
  checkWords('notStated', notStated === undefined || notStated === null ? [] : [notStated], of.flatMap(openAttributes));
  checkId(graph, ['filter', 'jurisdiction'], jurisdiction, ['JURISDICTION']);
  checkId(graph, ['filter', 'issue'], issue, ['ISSUE']);
  for (const [argument, id] of Object.entries({ party, speaker })) checkId(graph, ['filter', argument], id);
  return {
    kinds,
    types: type ?? undefined,
    statuses: status ?? undefined,
    jurisdiction: jurisdiction ?? undefined,
    issue: issue ?? undefined,
    narrower: narrower ?? true,
    party: party ?? undefined,
    speaker: speaker ?? undefined,
    contested: contested ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    text: text ?? undefined,
    notStated: notStated ?? undefined,
  };
}

/** Types and statuses are words of each kind's own, which an input over all kinds cannot name as one enumeration. */
function checkWords(field: string, words: readonly string[] | null | undefined, known: readonly string[]): void {
  const wrong = words?.find((word) => !known.includes(word));
  if (wrong === undefined) return;
  const allowed = [...new Set(known)].sort().join(', ');
  throw new BadInput(['filter', field], `"${wrong}" is none of these kinds'`, allowed === '' ? 'none' : allowed);
}

const wordsOf = (kinds: readonly Kind[], part: 'types' | 'statuses'): string[] =>
  kinds.flatMap((kind) => Object.keys(kindDefinition(kind)[part] ?? {}));

/** Checks that an id, if there is one, is that of an entity, and of one of these kinds. @throws BadInput */
export function checkId(
  graph: Graph,
  argument: readonly string[],
  id: string | null | undefined,
  kinds: readonly Kind[] = kindNames,
): void {
  if (id === undefined || id === null) return;
  const { nodeById, kinds: kindOf } = graph.topology();
  const node = nodeById.get(id);
  const allowed = `the id of an entity${kinds === kindNames ? '' : ` of the kind ${kinds.join(' or ')}`}; \`search\` finds them`;
  if (node === undefined) throw new BadInput(argument, `there is no entity "${id}"`, allowed);
  const kind = kindOf[node] as Kind;
  if (!kinds.includes(kind)) throw new BadInput(argument, `"${id}" is of the kind ${kind}`, allowed);
}
