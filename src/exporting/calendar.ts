/** Deadlines, and what is arranged, as a calendar to subscribe to: iCalendar, RFC 5545. */
import type { Event, Evidence, Prisma } from '../generated/prisma/client.ts';
import { formatDay, parseDay } from '../records/partialDates.ts';
import { readDetails } from '../store/detail.ts';
import { type ChangeTime, type EntityRow, readChangeTimes, readEntities } from '../store/entity.ts';
import { byId, type Proven, readNames, withEvidence } from './attached.ts';
import { licence } from './dataset.ts';
import { nameOf } from './entities.ts';
import { mapBatches, notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader, type RowOf } from './reading.ts';
import { known } from './words.ts';

type EventRow = Proven<EntityRow> & ChangeTime & { readonly event: Event | undefined };

type NamedRow = EventRow & { readonly nameOf: (id: string) => string };

const where = {
  kind: 'EVENT',
  OR: [{ type: 'DEADLINE' }, { status: 'SCHEDULED' }],
} as const satisfies Prisma.EntityWhereInput;

/** How many deadlines and arranged events there are. */
export async function countDeadlines(reader: Reader): Promise<number> {
  return await reader.tx.entity.count({ where: { ...where, OR: [...where.OR] } });
}

/** How many of them are not known to the day: a calendar has no place for those. */
export async function countWithoutDay(reader: Reader): Promise<number> {
  const [row] = await reader.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Entity"
    WHERE "kind" = 'EVENT' AND ("type" = 'DEADLINE' OR "status" = 'SCHEDULED')
      AND ("start" ~ '^\\d{4}-\\d\\d-\\d\\d$') IS NOT TRUE`;
  return row?.count ?? 0;
}

/** Writes the calendar; how many were left out stands in a property of it. */
export async function* writeCalendar(reader: Reader, options: Options): AsyncGenerator<string> {
  yield lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Labourgraph//Deadlines//EN',
    'X-WR-CALNAME:Labour relations: deadlines',
    `X-LABOURGRAPH-LEFT-OUT:${await countWithoutDay(reader)}`,
    `X-LABOURGRAPH-VERSION:${options.data.version}`,
    `X-LABOURGRAPH-DIGEST:${options.data.digest}`,
    `X-LABOURGRAPH-LICENSE:${licence.url}`,
  );
  for await (const components of mapBatches(
    namedBatches(reader, options),
    (row) => component(row, options),
    options.leftOut,
  ))
    yield components.join('');
  for (const id of options.leftOut.ids) yield note(id);
  yield lines('END:VCALENDAR');
}

/** The events with the names of whom and what each tells of. */
async function* namedBatches(reader: Reader, options: Options): AsyncGenerator<NamedRow[]> {
  const idsOf = async (page: Page) =>
    await reader.tx.entity.findMany({ ...page, where: { ...where, OR: [...where.OR], ...page.where } });
  for await (const rows of inBatches(options, idsOf, async (ids) => await readEvents(reader, ids))) {
    const named = rows.flatMap(({ id, event, evidence }) => [
      ...[id, event?.extensionDecidedById ?? id, event?.extensionAccordingToId ?? id],
      ...evidence.flatMap(({ articleId }) => articleId ?? []),
    ]);
    const namesOf = await readNames(reader, named);
    yield rows.map((row) => ({ ...row, nameOf: (id) => nameOf({ id, names: namesOf(id) }) }));
  }
}

async function readEvents(reader: Reader, ids: readonly string[]): Promise<RowOf<EventRow>> {
  const { read } = reader;
  const entityOf = await withEvidence(reader, 'entityId', await readEntities(read, ids));
  const changeOf = byId(await readChangeTimes(read, ids));
  const eventOf = byId(await readDetails(read, 'event', ids));
  return (id) => {
    const [entity, change, event] = [entityOf(id), changeOf(id), eventOf(id)];
    return entity && change && { ...entity, ...change, event: event && known('event', event) };
  };
}

/** A note, on no day, that an event is left out. */
function note(id: string): string {
  const stamp = stampOf(new Date());
  return lines(
    'BEGIN:VJOURNAL',
    `UID:${id}@labourgraph`,
    `DTSTAMP:${stamp}`,
    `SUMMARY:${escapeText(`${id}: ${notExported}`)}`,
    'END:VJOURNAL',
  );
}

const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** How an event's status is told by a calendar's three. One put off is not held on that day. */
const statuses: Readonly<Record<string, string>> = {
  SCHEDULED: 'CONFIRMED',
  ONGOING: 'CONFIRMED',
  OCCURRED: 'CONFIRMED',
  OPTIONAL: 'TENTATIVE',
  POSTPONED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};

function component(row: NamedRow, { base }: Options): string {
  const day = exactDay(row.start);
  if (day === null) return '';
  const last = exactDay(row.end);
  const status = statuses[row.status ?? ''];
  const changed = stampOf(row.updatedAt);
  return lines(
    'BEGIN:VEVENT',
    `UID:${row.id}@labourgraph`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    // It must grow with every change: the seconds since 2000 do, and fit in the 32 bits that a reader may have.
    `SEQUENCE:${Math.floor((row.updatedAt.getTime() - Date.UTC(2000)) / 1000)}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    // The end is the first day on which it is over.
    ...(last === null || last < day ? [] : [`DTEND;VALUE=DATE:${compact(new Date(last.getTime() + 86_400_000))}`]),
    `SUMMARY:${escapeText(row.nameOf(row.id))}`,
    `DESCRIPTION:${escapeText(description(row))}`,
    `URL:${base}${encodeURIComponent(row.id)}`,
    ...(row.type === null ? [] : [`CATEGORIES:${row.type}`]),
    ...(status === undefined ? [] : [`STATUS:${status}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  );
}

/** The day that a date names, if it names one for certain. */
function exactDay(edtf: string | null): Date | null {
  return edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf) ? parseDay(edtf) : null;
}

const compact = (day: Date): string => formatDay(day).replaceAll('-', '');

/** What it is, what follows if it passes, whether it can be moved, and where that is said. */
function description({ summary, event, evidence, nameOf }: NamedRow): string {
  const { consequence, extensionTo, extensionDecidedById, extensionDecisionExpected } = event ?? {};
  const { extensionAccordingToId: teller, extensionLikelihood: likelihood } = event ?? {};
  const decision = [
    ...(extensionDecidedById ? [`decided by ${nameOf(extensionDecidedById)}`] : []),
    ...(extensionDecisionExpected ? [`decision expected ${extensionDecisionExpected}`] : []),
    ...(likelihood ? [`called ${likelihood.toLowerCase()}`] : []),
    ...(teller ? [`according to ${nameOf(teller)}`] : []),
  ];
  return [
    summary,
    ...(consequence ? [`If it passes: ${consequence}`] : []),
    ...(extensionTo ? [`It may be moved to ${[extensionTo, ...decision].join('; ')}.`] : []),
    ...sources(evidence, nameOf),
  ].join('\n');
}

/** A line for each article with its paragraphs, and for each source outside of them. */
function sources(evidence: readonly Evidence[], nameOf: (id: string) => string): string[] {
  const paragraphs = new Map<string, Set<number>>();
  const outside: string[] = [];
  for (const { articleId, paragraph, basis, note, url } of evidence) {
    if (articleId !== null && paragraph !== null)
      paragraphs.set(articleId, (paragraphs.get(articleId) ?? new Set()).add(paragraph));
    else if (basis === 'EXTERNAL') outside.push(`Source: ${[note, url].filter((part) => part !== null).join(' ')}`);
  }
  const inArticles = [...paragraphs].map(
    ([id, some]) => `Source: ${nameOf(id)}, paragraph ${[...some].sort((one, other) => one - other).join(', ')}`,
  );
  return [...inArticles, ...new Set(outside)];
}

const escapeText = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const lines = (...contents: string[]): string => contents.map((content) => `${fold(content)}\r\n`).join('');

/** A line in pieces of at most 75 bytes, cut between characters; each piece after the first begins with a blank. */
function fold(line: string): string {
  const pieces = [''];
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      pieces.push('');
      bytes = 1;
    }
    pieces[pieces.length - 1] += character;
    bytes += size;
  }
  return pieces.join('\r\n ');
}
