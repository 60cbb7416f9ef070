/** Rows as the tables hold them: partial dates, evidence, and the columns that a bulk load writes. */
import type { Random } from './random.ts';

export type Cell = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, Cell>>;

const date = (name: string): string[] => ['', 'Earliest', 'Latest', 'Basis'].map((suffix) => `${name}${suffix}`);
const owners = ['entityId', 'relationshipId', 'termId', 'provisionId', 'stageId'];

/** The columns that the generator fills, by table, in the order in which foreign keys allow loading. */
export const columns = {
  Entity: ['id', 'kind', 'type', 'status', 'summary', ...date('start'), ...date('end')],
  Name: ['entityId', 'text', 'language', 'type', 'ordinal'],
  Office: ['id', 'singleSeat'],
  Jurisdiction: ['id', 'code'],
  BargainingUnit: ['id', 'size', 'occupations', ...date('sizeAsOf')],
  BargainingRound: ['id', 'route', ...date('agreementExpiry')],
  Legislation: ['id', 'number', 'title'],
  LegalChallenge: ['id', 'grounds'],
  Event: ['id', 'consequence'],
  Statement: ['id', 'medium'],
  Claim: ['id', 'measure', 'value', 'unit', 'approximation'],
  Article: ['id', 'file', 'sha256'],
  Passage: ['articleId', 'number', 'role', 'sha256'],
  Term: ['id', 'proposalId', 'ordinal', 'issueId', 'year', 'years', 'value', 'unit', 'text'],
  LegislationStage: ['id', 'legislationId', 'ordinal', 'stage', ...date('date')],
  Provision: ['id', 'legislationId', 'ordinal', 'effect'],
  Relationship: [
    ...['id', 'type', 'subjectId', 'subjectKind', 'objectId', 'objectKind', ...date('validFrom'), ...date('validTo')],
    ...['side', 'position', 'role', 'ordinal', 'heldOfficeId', 'singleSeat'],
  ],
  Evidence: [...['id', ...owners, 'attribute', 'basis', 'articleId', 'paragraph', 'cues', 'note', 'url', 'ordinal']],
} as const satisfies Record<string, readonly string[]>;

export type Table = keyof typeof columns;

/** Days since 1970: what dates are reckoned in. */
export type Day = number;

export const dayOf = (text: string): Day => Date.parse(text) / 86_400_000;
const textOf = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The columns of a day that is known exactly. */
export function onDay(name: string, day: Day): Row {
  const text = textOf(day);
  return { [name]: text, [`${name}Earliest`]: text, [`${name}Latest`]: text, [`${name}Basis`]: 'STATED' };
}

/** The columns of a date that is known to the day, or only to its month or year. */
export function aboutDay(random: Random, name: string, day: Day): Row {
  if (random.chance(0.7)) return onDay(name, day);
  const text = textOf(day);
  const year = text.slice(0, 4);
  const month = text.slice(0, 7);
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(text.slice(5, 7)), 0)).toISOString().slice(0, 10);
  const [edtf, earliest, latest] = random.chance(0.7)
    ? [month, `${month}-01`, lastOfMonth]
    : [year, `${year}-01-01`, `${year}-12-31`];
  return { [name]: edtf, [`${name}Earliest`]: earliest, [`${name}Latest`]: latest, [`${name}Basis`]: 'STATED' };
}
