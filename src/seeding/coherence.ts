/** Mistakes that lie between records, each of which is right by itself. */
import { formatDay } from '../graph/dates.ts';
import type { Context } from './fields.ts';
import { formatPlace } from './problem.ts';
import type { Records, RelationshipRecord } from './records.ts';

/** Reports relationships that occur twice, and offices with more holders at a time than they have seats. */
export function checkCoherence(records: Records, report: Context['report']): void {
  checkTwice(records.relationships, report);
  checkSeats(records, report);
}

function checkTwice(relationships: readonly RelationshipRecord[], report: Context['report']): void {
  const seen = new Map<string, RelationshipRecord>();
  for (const relationship of relationships) {
    const first = seen.get(relationship.id);
    if (first === undefined) seen.set(relationship.id, relationship);
    else report(relationship.place, `${first.id} stands at ${formatPlace(first.place)} already; give one a "key"`);
  }
}

/** The database holds this as well, but cannot tell the place. */
function checkSeats({ entities, relationships }: Records, report: Context['report']): void {
  const offices = entities.filter(({ attributes }) => attributes.get('singleSeat') === true).map(({ id }) => id);
  for (const office of offices) {
    const holdings = relationships.filter(({ type, objectId }) => type === 'HOLDS' && objectId === office);
    for (const [index, later] of holdings.entries()) {
      const earlier = holdings.slice(0, index).find((other) => other.id !== later.id && sharesDay(other, later));
      if (earlier !== undefined) report(later.place, tooMany(office, earlier, later));
    }
  }
}

function tooMany(office: string, earlier: RelationshipRecord, later: RelationshipRecord): string {
  const span = certainPeriod(earlier);
  const days = span && `, certain from ${formatDay(span.first)} to ${formatDay(span.last)}`;
  return (
    `${office} has a single seat; ${later.subjectId} shares it with ${earlier.subjectId}` +
    `${days ?? ''} (${formatPlace(earlier.place)})`
  );
}

function sharesDay(a: RelationshipRecord, b: RelationshipRecord): boolean {
  const [one, other] = [certainPeriod(a), certainPeriod(b)];
  return one !== null && other !== null && one.first <= other.last && other.first <= one.last;
}

/** The days on which it holds for certain; where only one end is known, that day. As `certain_period` in the rules. */
function certainPeriod({ from, until }: RelationshipRecord): { first: Date; last: Date } | null {
  const first = from?.latest ?? until?.earliest;
  const last = until?.earliest ?? from?.latest;
  return first && last && first <= last ? { first, last } : null;
}
