/** A map as a table, to be taken away: each relationship with its ends in words. */
import type { Table } from '../parts/table.ts';
import type { Facts } from './facts.ts';

export const relationshipTable = ({ entities, relationships }: Facts): Table => ({
  head: ['subject', 'subject name', 'type', 'relationship', 'object', 'object name', 'certainty', 'according to'],
  rows: [...relationships.values()].map(({ subject, type, label, object, certainty, accordingTo }) => [
    subject,
    entities.get(subject)?.name,
    type,
    label,
    object,
    entities.get(object)?.name,
    certainty,
    accordingTo?.id,
  ]),
});
