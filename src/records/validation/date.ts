/** Partial dates as the seeds write them: alone, or with how they are known. */
import { type PartialDate, parsePartialDate } from '../partialDates.ts';
import { type Context, openRecord, type Reader, readText, wrong } from './fields.ts';
import type { Node } from './node.ts';
import type { DateValue } from './records.ts';

/** `2015-05`, or `{date: 2015-05, rule: …}`, or `{date: 2015-05, external: …}`. */
export const readDate: Reader<DateValue> = (node, context) => {
  if (node.type !== 'mapping') return stated(readPartialDate(node, context));
  const fields = openRecord(node, 'date', ['date', 'rule', 'external'], context);
  const date = fields?.required('date', readPartialDate);
  const rule = fields?.optional('rule', readText);
  const external = fields?.optional('external', readText);
  if ((rule === null) === (external === null)) {
    context.report(node.place, 'say how the date is known: either by a rule or from an external source');
    return undefined;
  }
  const note = rule ?? external;
  if (date === undefined || note === undefined || note === null) return undefined;
  return { ...date, basis: rule === null ? 'EXTERNAL' : 'DERIVED', note };
};

function stated(date: PartialDate | undefined): DateValue | undefined {
  return date && { ...date, basis: 'STATED', note: null };
}

/** A year is a number to YAML, so what counts is what was written. */
const readPartialDate: Reader<PartialDate> = (node, context) => {
  if (node.type === 'list') return wrong(node, 'a date; put one that starts with [ in quotes', context);
  if (node.type !== 'scalar' || node.value === null) return wrong(node, 'a date', context);
  return parse(node.text, node, context);
};

function parse(text: string, node: Node, context: Context): PartialDate | undefined {
  try {
    return parsePartialDate(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.report(node.place, error.message);
    return undefined;
  }
}

export interface Span {
  readonly from: DateValue;
  readonly until: DateValue;
}

/** `2015-05-12` or `2015-05-12/2016-01`: known to hold then, while neither start nor end is stated. */
export const readAsOf: Reader<Span> = (node, context) => {
  if (node.type !== 'scalar' || node.value === null) return wrong(node, 'a day, or two with a slash between', context);
  const [first = '', last = first, ...more] = node.text.split('/');
  if (more.length > 0 || node.text.includes('[')) return wrong(node, 'a day, or two with a slash between', context);
  const begins = parse(first, node, context);
  const ends = last === first ? begins : parse(last, node, context);
  if (begins === undefined || ends === undefined) return undefined;
  if (startsAfter(begins, ends)) return wrong(node, 'in order: the first day is after the last', context);
  const from = stated(parse(`[..${first}]`, node, context));
  const until = stated(parse(`[${last}..]`, node, context));
  return from && until && { from, until };
};

/** True if a start cannot lie before its end, whatever days they mean. */
export function startsAfter(start: PartialDate | null | undefined, end: PartialDate | null | undefined): boolean {
  if (!start?.earliest || !end?.latest) return false;
  return start.earliest > end.latest;
}
