/** How often each rule of the reader is right, beside how far its table says that it can be trusted. */
import { rules } from '../../src/reading/rules.ts';
import type { Reading } from '../../src/reading/types.ts';
import type { Read } from './reports.ts';
import { compare, type LayerName } from './score.ts';

export interface Measured {
  readonly rule: string;
  readonly found: number;
  readonly right: number;
  /** Undefined: no table has the rule. */
  readonly stated: number | undefined;
  /** The confidence that it should have. */
  readonly honest: number | undefined;
}

/** From so many finds on, the share that is right is the rule's confidence. */
const enough = 5;
const most = { measured: 0.99, guessed: 0.9 };

/**
 * Each rule of the tables and each that found something. Of names only those count that are mentions of their own:
 * whether "the union" was resolved rightly, the gold does not say.
 */
export function measureRules(readings: readonly Read[]): Measured[] {
  const counts = new Map(Object.keys(rules).map((rule) => [rule, { found: 0, right: 0 }]));
  for (const one of readings) {
    const compared = compare(one);
    for (const [layer, names] of rulesOf(one.reading)) {
      names.forEach((rule, index) => {
        const count = counts.get(rule) ?? { found: 0, right: 0 };
        count.found += 1;
        if (compared[layer].right.has(index)) count.right += 1;
        counts.set(rule, count);
      });
    }
  }
  return [...counts].map(([rule, { found, right }]) => {
    const stated = rules[rule]?.confidence;
    return { rule, found, right, stated, honest: honest(found, right, stated) };
  });
}

/** What all finds together are said to be right by, on average, and the share that is. */
export function calibration(measured: readonly Measured[]): { readonly stated: number; readonly right: number } {
  const sum = (count: (one: Measured) => number): number => measured.reduce((total, one) => total + count(one), 0);
  const found = sum((one) => one.found);
  return { stated: sum((one) => one.found * (one.stated ?? 0)) / found, right: sum((one) => one.right) / found };
}

function honest(found: number, right: number, stated: number | undefined): number | undefined {
  if (found >= enough) return Math.min(most.measured, Math.round((100 * right) / found) / 100);
  return stated === undefined ? undefined : Math.min(most.guessed, stated);
}

/** The rules of the items of each layer, in the order of `toGold`. */
function rulesOf({ mentions, offices, statements, dates, figures, events }: Reading): [LayerName, string[]][] {
  const ruleOf = ({ rule }: { readonly rule: string }): string => rule;
  // A name counts once a paragraph, as in `toGold`.
  const names = new Map<string, string>();
  for (const { p, text, proper, rule } of mentions) {
    const key = `${p} ${text}`;
    if (proper && !names.has(key)) names.set(key, rule);
  }
  return [
    ['mentions', [...names.values()]],
    ['offices', offices.map(ruleOf)],
    ['statements', statements.map(ruleOf)],
    ['dates', dates.map(ruleOf)],
    ['figures', figures.map(ruleOf)],
    ['events', events.map(ruleOf)],
  ];
}
