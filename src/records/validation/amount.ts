/** What a number needs beside it, and what cannot stand beside it. */

import type { Fields } from './fields.ts';
import type { AttributeValue } from './records.ts';

type Amount = number | string | null | undefined;

/** A number has a unit, which is SHARE exactly for a fraction; unit and approximation are of a number. */
export function checkAmount(fields: Fields, value: Amount, key: string): void {
  const has = (other: string): boolean => fields.keys.includes(other);
  const unit = fields.node('unit');
  const isShare = unit?.type === 'scalar' && unit.text === 'SHARE';
  if (value === null) {
    for (const other of ['unit', 'approximation']) {
      if (has(other)) fields.report(other, `"${other}" goes with a "${key}" that is stated`);
    }
  } else if (value !== undefined && !has('unit')) {
    fields.report(key, `"${key}" needs a "unit"`);
  } else if (typeof value === 'string' && !isShare) {
    fields.report('unit', 'the unit of a fraction is SHARE');
  } else if (typeof value === 'number' && isShare) {
    fields.report(key, 'a SHARE is a fraction, such as 2/3; what is given in per cent is PERCENT');
  }
}

/** A figure is a number, or a range with both of its ends. */
export function checkFigure(fields: Fields, attributes: ReadonlyMap<string, AttributeValue>): void {
  const [value, low, high] = ['value', 'low', 'high'].map((key) => {
    const amount = attributes.get(key);
    return typeof amount === 'number' || typeof amount === 'string' ? amount : undefined;
  });
  const has = (key: string): boolean => fields.keys.includes(key);
  if (has('value') && (has('low') || has('high'))) {
    fields.report('value', 'a figure is a "value" or a range from "low" to "high", not both');
  }
  if (has('low') !== has('high')) {
    const [key, other, word] = has('low') ? ['low', 'high', 'AT_LEAST'] : ['high', 'low', 'AT_MOST'];
    fields.report(key, `"${key}" needs "${other}"; one end alone is a "value" with the approximation ${word}`);
  }
  if (typeof low === 'number' && typeof high === 'number' && low >= high) {
    const be = low === high ? 'the same as "low": write one "value"' : 'below "low"';
    fields.report('high', `"high" is ${be}`);
  }
  for (const key of ['low', 'high']) {
    if (attributes.has(key) && !has('unit')) fields.report(key, `"${key}" needs a "unit"`);
  }
  if (value !== undefined) checkAmount(fields, value, 'value');
}

/** How firmly a number is given is said of a number: `sizeApproximation` goes with `size`. */
export function checkApproximations(fields: Fields, attributes: ReadonlyMap<string, AttributeValue>): void {
  for (const key of attributes.keys()) {
    const number = /^(.+)Approximation$/.exec(key)?.[1];
    if (number !== undefined && !attributes.has(number)) fields.report(key, `"${key}" goes with "${number}"`);
  }
}
