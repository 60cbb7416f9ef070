/** What can be exported: each under its name, by HTTP and by the command line. */
import { InvalidArgument } from '../records/invalidArgument.ts';
import { countAnnotations, countWithoutTarget, writeAnnotations } from './annotations.ts';
import { countDeadlines, countWithoutDay, writeCalendar } from './calendar.ts';
import { countClaimReviews, writeClaimReviews } from './claimReviews.ts';
import { writeCsv } from './csv.ts';
import { countEntities, entityBatches, entityColumns } from './entities.ts';
import { countInFtm, countNotInFtm, writeFtm } from './ftm.ts';
import { countUndatedEvents, eventPoints, pointColumns, writeEdges, writeEvents, writeNodes } from './grafana.ts';
import { writeGraphml } from './graphml.ts';
import { writeContext, writeJsonld } from './jsonld.ts';
import type { Options, ParameterName } from './options.ts';
import { countParts } from './parts.ts';
import { writeProv } from './prov.ts';
import type { Reader } from './reading.ts';
import { writeRecords } from './records.ts';
import { countRelationships, relationshipBatches, relationshipColumns } from './relationships.ts';
import {
  claims,
  countTerms,
  type KindTable,
  kindBatches,
  kindColumns,
  only,
  statements,
  termBatches,
  termColumns,
} from './tables.ts';

export interface Export {
  /** What it is called: its path under `/export/`. */
  readonly name: string;
  readonly description: string;
  readonly contentType: string;
  /** A browser saves it under a name with its date; else it shows it or hands it on. */
  readonly download?: true;
  /** Each chunk can stand in a file of its own: an export to a folder is divided into several. */
  readonly divisible?: true;
  readonly parameters: readonly ParameterName[];
  readonly write: (reader: Reader, options: Options) => AsyncIterable<string>;
  /** How many rows will be read. */
  readonly total: (reader: Reader, options: Options) => Promise<number>;
  /** How many rows have no place in it. */
  readonly leftOut?: (reader: Reader, options: Options) => Promise<number>;
}

const csv = { contentType: 'text/csv; charset=utf-8; header=present', download: true } as const;
const json = { contentType: 'application/json; charset=utf-8' } as const;

const ofKind = (name: string, description: string, table: KindTable): Export => ({
  ...csv,
  name,
  description,
  parameters: [],
  write: (reader, options) => writeCsv(kindColumns(table), kindBatches(reader, table, options), options.leftOut),
  total: async (reader, options) => await countEntities(reader, only(table.kind, options)),
});

const inGraph = async (reader: Reader, options: Options): Promise<number> =>
  (await countEntities(reader, options)) + (await countRelationships(reader, options));

const withParts = async (reader: Reader, options: Options): Promise<number> =>
  (await inGraph(reader, options)) + (await countParts(reader, options));

const events = {
  parameters: ['bucket'],
  total: async () => 0,
  leftOut: countUndatedEvents,
} as const satisfies Partial<Export>;

const ofPresent: readonly Export[] = [
  {
    ...csv,
    name: 'entities.csv',
    description: 'Every entity with its names, its dates, what is particular to its kind, and its evidence.',
    parameters: ['kinds'],
    write: (reader, options) => writeCsv(entityColumns(options.kinds), entityBatches(reader, options), options.leftOut),
    total: countEntities,
  },
  {
    ...csv,
    name: 'relationships.csv',
    description: 'Every relationship with its two ends, when it holds, its qualifiers and its evidence.',
    parameters: ['kinds', 'asOf'],
    write: (reader, options) =>
      writeCsv(relationshipColumns(options), relationshipBatches(reader, options), options.leftOut),
    total: countRelationships,
  },
  ofKind('statements.csv', 'Statements: who made them, of what, and which claims they bear on.', statements),
  ofKind(
    'claims.csv',
    'Claims with their figures, and who asserts, disputes, denies, supports or qualifies them.',
    claims,
  ),
  {
    ...csv,
    name: 'terms.csv',
    description: 'The terms of all proposals, by issue and year; a value that no source gives is not stated.',
    parameters: [],
    write: (reader, options) => writeCsv(termColumns, termBatches(reader, options), options.leftOut),
    total: countTerms,
  },
  {
    name: 'graph.graphml',
    description: 'Entities as nodes and relationships as edges, for Gephi, Cytoscape, NetworkX, igraph.',
    contentType: 'application/graphml+xml; charset=utf-8',
    download: true,
    parameters: ['kinds', 'asOf'],
    write: writeGraphml,
    total: inGraph,
  },
  {
    name: 'graph.jsonld',
    description: 'The whole graph with its evidence as linked data, in terms of schema.org and Popolo.',
    contentType: 'application/ld+json',
    parameters: ['kinds', 'asOf'],
    write: writeJsonld,
    total: withParts,
  },
  {
    name: 'graph.ftm.json',
    description: 'What FollowTheMoney has a schema for, a line of JSON for each, for Aleph and OpenSanctions’ tools.',
    contentType: 'application/json+ftm',
    download: true,
    parameters: ['kinds', 'asOf'],
    write: writeFtm,
    total: countInFtm,
    leftOut: countNotInFtm,
  },
  {
    name: 'context.jsonld',
    description: 'What the words of graph.jsonld mean.',
    contentType: 'application/ld+json',
    parameters: [],
    write: writeContext,
    total: async () => 0,
  },
  {
    name: 'annotations.jsonld',
    description: 'The evidence as Web Annotations: a fact, and where it is found; what has no address is left out.',
    contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    parameters: ['kinds', 'asOf'],
    write: writeAnnotations,
    total: countAnnotations,
    leftOut: countWithoutTarget,
  },
  {
    name: 'claim-reviews.jsonld',
    description:
      'Claims that are disputed, denied, limited or answered, by whom, as ClaimReview of schema.org, unrated.',
    contentType: 'application/ld+json',
    parameters: ['asOf'],
    write: writeClaimReviews,
    total: countClaimReviews,
  },
  {
    name: 'provenance.jsonld',
    description:
      'Where each fact comes from, in terms of PROV-O: its passages, who says it, and the seeding that wrote it.',
    contentType: 'application/ld+json',
    parameters: ['kinds', 'asOf'],
    write: writeProv,
    total: withParts,
  },
  {
    name: 'records.yaml',
    description: 'The whole graph as a seed file: seeded into an empty database, it gives the same facts.',
    contentType: 'application/yaml; charset=utf-8',
    download: true,
    divisible: true,
    parameters: [],
    write: writeRecords,
    total: countEntities,
  },
  {
    ...json,
    name: 'grafana/nodes.json',
    description: 'Nodes for Grafana’s node graph panel.',
    parameters: ['kinds', 'asOf'],
    write: writeNodes,
    total: countEntities,
  },
  {
    ...json,
    name: 'grafana/edges.json',
    description: 'Edges for Grafana’s node graph panel.',
    parameters: ['kinds', 'asOf'],
    write: writeEdges,
    total: countRelationships,
  },
  {
    ...events,
    ...json,
    name: 'grafana/events.json',
    description: 'Events by type in each month or year, as a time series; those not dated that closely are left out.',
    write: writeEvents,
  },
  {
    ...events,
    contentType: csv.contentType,
    name: 'grafana/events.csv',
    description: 'The same as CSV.',
    write: (reader, options) => writeCsv(pointColumns, eventPoints(reader, options), options.leftOut),
  },
  {
    name: 'deadlines.ics',
    description: 'Deadlines and arranged events as a calendar to subscribe to; those without a day are left out.',
    contentType: 'text/calendar; charset=utf-8',
    parameters: [],
    write: writeCalendar,
    total: countDeadlines,
    leftOut: countWithoutDay,
  },
];

/** Each of them can be had of the past too. */
export const exports: readonly Export[] = ofPresent.map((one) => ({
  ...one,
  parameters: [...one.parameters, 'knownAt'],
}));

/**
 * The export of a name (`terms.csv`), or of a name without its ending and a format; without a format, the first.
 * @throws InvalidArgument that says what there is.
 */
export function findExport(what: string, format?: string): Export {
  const found = exports.find(({ name }) =>
    format === undefined ? name === what || name.startsWith(`${what}.`) : name === `${what}.${format}`,
  );
  if (found !== undefined) return found;
  const wanted = format === undefined ? what : `${what} as ${format}`;
  throw new InvalidArgument(['export'], `there is no ${wanted}`, exports.map(({ name }) => name).join(', '));
}
