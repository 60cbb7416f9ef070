/** Who tells of an event tells of its relationships: where a changeset changes the one, the others follow. */
import { type Tellers, tellerOf } from '../records/validation/tellers.ts';
import type { Row, Rows } from '../store/tables.ts';

const tellersIn = (rows: Rows): Tellers =>
  new Map(
    (rows.get('event') ?? []).flatMap(({ id, accordingToId }) =>
      typeof accordingToId === 'string' ? [[String(id), accordingToId] as const] : [],
    ),
  );

const tellerOfRow = ({ type, subjectId, objectId }: Row, tellers: Tellers): string | null =>
  tellerOf({ type: String(type), subjectId: String(subjectId), objectId: String(objectId) }, tellers);

/**
 * The ids of relationships that have the teller of their event, and none of their own. One that names the same teller
 * by itself cannot be told from these.
 * @param changed the ids of entities: no other relationships than theirs.
 */
export function followersIn(rows: Rows, changed: ReadonlySet<string>): ReadonlySet<string> {
  const tellers = tellersIn(rows);
  const follows = (row: Row): boolean =>
    (changed.has(String(row['subjectId'])) || changed.has(String(row['objectId']))) &&
    [null, tellerOfRow(row, tellers)].includes(row['accordingToId'] === null ? null : String(row['accordingToId']));
  return new Set((rows.get('relationship') ?? []).filter(follows).map(({ id }) => String(id)));
}

/** The rows, with who tells of the events now at the relationships that follow. */
export function withTellersOfEvents(rows: Rows, followers: ReadonlySet<string>): Rows {
  const tellers = tellersIn(rows);
  const told = (row: Row): Row =>
    followers.has(String(row['id'])) ? { ...row, accordingToId: tellerOfRow(row, tellers) } : row;
  return new Map([...rows, ['relationship', (rows.get('relationship') ?? []).map(told)]]);
}
