/**
 * What the text of a query may be, whatever its variables: how deep, how wide, how often. It is looked at once, before
 * it is validated, in time that grows with its length alone: each fragment is measured once, however often it is
 * spread, so that twenty that spread each other twice are a million fields and no work.
 */
import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
  type ValueNode,
  visit,
} from 'graphql';
import type { Settings } from '../settings.ts';
import { listBeyond, textBeyond, tooDeep } from './input.ts';
import { type LimitCode, refusal } from './refusal.ts';

type Limits = Pick<
  Settings,
  'maxDepth' | 'maxAliases' | 'maxSelections' | 'maxDirectives' | 'maxListItems' | 'maxInputDepth'
>;

/** What a part of a query comes to once its fragments are spread out. */
interface Measure {
  depth: number;
  selections: number;
  aliases: number;
  directives: number;
}

/** What is looked at while a document is measured: each fragment that has been measured, by name. */
interface Measuring {
  readonly limits: Limits;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly measured: Map<string, Measure>;
}

/** A rule that refuses a document beyond the limits, and keeps the other rules from looking at it any further. */
export function documentLimits(limits: Limits): ValidationRule {
  return (context) => ({
    Document: (document) => {
      const refused = beyond(document, limits);
      if (refused === undefined) return undefined;
      context.reportError(refused);
      // The rules go on with what is returned here: nothing.
      return { ...document, definitions: [] };
    },
  });
}

/** Why a document is refused, or undefined. */
function beyond(document: DocumentNode, limits: Limits): GraphQLError | undefined {
  const input = literalsBeyond(document, limits);
  if (input !== undefined) return input;
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const measuring: Measuring = { limits, fragments, measured: new Map() };
  // Fragments that nothing spreads are measured too: they are validated as well.
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const refused = compare(
      node.kind === Kind.FRAGMENT_DEFINITION ? fragment(node.name.value, measuring) : operation(node, measuring),
      limits,
    );
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function compare({ depth, selections, aliases, directives }: Measure, limits: Limits): GraphQLError | undefined {
  const checks: readonly [LimitCode, string, number, number][] = [
    ['DEPTH_LIMIT', 'levels of fields', depth, limits.maxDepth],
    ['SELECTION_LIMIT', 'fields and fragments', selections, limits.maxSelections],
    ['ALIAS_LIMIT', 'aliases', aliases, limits.maxAliases],
    ['DIRECTIVE_LIMIT', 'directives', directives, limits.maxDirectives],
  ];
  for (const [code, what, requested, limit] of checks) {
    if (requested > limit) {
      // Measuring stops below what is too deep, and twenty fragments can be more than can be counted.
      const found = Number.isSafeInteger(requested) ? { requested } : {};
      return refusal(code, `The query has more than ${limit} ${what}.`, { limit, ...found });
    }
  }
  return undefined;
}

function operation(node: OperationDefinitionNode, measuring: Measuring): Measure {
  const within = selectionSet(node.selectionSet, 1, measuring);
  const variables = node.variableDefinitions ?? [];
  const directives = [...variables.flatMap((variable) => variable.directives ?? []), ...(node.directives ?? [])];
  return { ...within, directives: within.directives + directives.length };
}

/** A fragment, on its own. One that spreads itself counts for nothing there: validation refuses it. */
function fragment(name: string, measuring: Measuring): Measure {
  const known = measuring.measured.get(name);
  if (known !== undefined) return known;
  measuring.measured.set(name, { depth: 0, selections: 0, aliases: 0, directives: 0 });
  const node = measuring.fragments.get(name);
  if (node === undefined) return { depth: 0, selections: 0, aliases: 0, directives: 0 };
  const measure = selectionSet(node.selectionSet, 1, measuring);
  measure.directives += node.directives?.length ?? 0;
  measuring.measured.set(name, measure);
  return measure;
}

/**
 * Fields count as a level. So do inline fragments, but only here, where it is about how far this function calls
 * itself: what they hold is on the level that they are on.
 */
function selectionSet({ selections }: SelectionSetNode, nesting: number, measuring: Measuring): Measure {
  const sum: Measure = { depth: 0, selections: 0, aliases: 0, directives: 0 };
  // Beyond this it is too deep, whatever comes.
  if (nesting > 2 * measuring.limits.maxDepth) return { ...sum, depth: Number.POSITIVE_INFINITY };
  for (const selection of selections) {
    let within: Measure | undefined;
    let level = 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) within = fragment(selection.name.value, measuring);
    else if (selection.selectionSet !== undefined)
      within = selectionSet(selection.selectionSet, nesting + 1, measuring);
    if (selection.kind === Kind.FIELD) {
      level = 1;
      if (selection.alias !== undefined) sum.aliases += 1;
    }
    sum.depth = Math.max(sum.depth, level + (within?.depth ?? 0));
    sum.selections += 1 + (within?.selections ?? 0);
    sum.aliases += within?.aliases ?? 0;
    sum.directives += selection.directives?.length ?? 0;
    sum.directives += within?.directives ?? 0;
  }
  return sum;
}

/** Literals and names: how long, how deep. Names are given back with the answer, once for each object in it. */
function literalsBeyond(
  document: DocumentNode,
  { maxListItems, maxInputDepth }: Pick<Limits, 'maxListItems' | 'maxInputDepth'>,
): GraphQLError | undefined {
  let refused: GraphQLError | undefined;
  /** The names of the argument and of the fields in it that are being visited. */
  const argument: string[] = [];
  let depth = 0;
  const stopIf = (error: GraphQLError | undefined): typeof BREAK | undefined => {
    refused = error;
    return error === undefined ? undefined : BREAK;
  };
  const named = {
    enter: ({ name }: { readonly name: NameNode }) => void argument.push(name.value),
    leave: () => void argument.pop(),
  };
  const deeper = (node: ValueNode): GraphQLError | undefined => {
    depth += 1;
    return depth <= maxInputDepth ? undefined : tooDeep(maxInputDepth, { argument, node });
  };
  const leave = (): void => {
    depth -= 1;
  };
  const word = (node: ASTNode & { readonly value: string }) => stopIf(textBeyond(node.value, { argument, node }));
  visit(document, {
    Argument: named,
    ObjectField: named,
    ListValue: {
      enter: (node) => stopIf(listBeyond(node.values.length, maxListItems, { argument, node }) ?? deeper(node)),
      leave,
    },
    ObjectValue: { enter: (node) => stopIf(deeper(node)), leave },
    Name: (node) => stopIf(textBeyond(node.value, { node })),
    StringValue: word,
    IntValue: word,
    FloatValue: word,
    EnumValue: word,
  });
  return refused;
}
