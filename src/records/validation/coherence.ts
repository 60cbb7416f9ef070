/** Mistakes that lie between records, each of which is right by itself. */

import { relationshipDefinition } from '../../registry/index.ts';
import { provisionId, sourceOf, stageId, termId } from '../ids.ts';
import { formatDay } from '../partialDates.ts';
import type { Context } from './fields.ts';
import { formatPlace, type Place } from './problem.ts';
import type { Records, RelationshipRecord } from './records.ts';

/** A relationship as far as its ends. */
export type Edge = Pick<RelationshipRecord, 'place' | 'type' | 'subjectId' | 'objectId'>;

/** Reports what occurs twice, relationships that lead in a circle, and offices with more holders at a time than they have seats. */
export function checkCoherence(records: Records, report: Context['report'], unread: readonly Edge[] = []): void {
  checkTwice(records, report);
  checkSources(records, report);
  checkCircles([...records.relationships, ...unread], report);
  checkSeats(records, report);
}

function checkTwice({ entities, relationships }: Records, report: Context['report']): void {
  const parts = entities.flatMap(({ id, terms, stages, provisions }) => [
    ...terms.map((term) => ({ place: term.place, id: termId(id, term) })),
    ...stages.map((stage) => ({ place: stage.place, id: stageId(id, stage) })),
    ...provisions.map((provision) => ({ place: provision.place, id: provisionId(id, provision) })),
  ]);
  const seen = new Map<string, Place>();
  for (const { place, id } of [...parts, ...relationships]) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, place);
    else report(place, `${id} stands at ${formatPlace(first)} already; give one a "key"`);
  }
}

/** A fact cites a passage once for each thing that it supports. */
function checkSources({ entities, relationships }: Records, report: Context['report']): void {
  const parts = entities.flatMap((entity) => [entity, ...entity.terms, ...entity.stages, ...entity.provisions]);
  // The relationships of one record share their evidence.
  for (const evidence of new Set([...parts, ...relationships].map((fact) => fact.evidence))) {
    const seen = new Map<string, Place>();
    for (const piece of evidence) {
      for (const attribute of piece.attributes.length === 0 ? [null] : piece.attributes) {
        const source = sourceOf(piece, attribute);
        const first = seen.get(source);
        if (first === undefined) seen.set(source, piece.place);
        else
          report(piece.place, `the same source stands at ${formatPlace(first)} already; make them one, with all cues`);
      }
    }
  }
}

/** Of each type that puts things in an order. The database holds this as well, but cannot tell the place. */
function checkCircles(relationships: readonly Edge[], report: Context['report']): void {
  let left = relationships.filter(({ type }) => relationshipDefinition(type).ordering === true);
  for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length;
    // What leads to where nothing goes on, or comes from where nothing leads to, is on no circle.
    const subjects = new Set(left.map(({ type, subjectId }) => `${type} ${subjectId}`));
    const objects = new Set(left.map(({ type, objectId }) => `${type} ${objectId}`));
    left = left.filter(
      ({ type, subjectId, objectId }) => subjects.has(`${type} ${objectId}`) && objects.has(`${type} ${subjectId}`),
    );
  }
  for (const { place, type, subjectId, objectId } of left) {
    report(place, `${type} leads in a circle, through ${subjectId} and ${objectId}`);
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
