/** What Prometheus reads at /metrics. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/open.ts';
import type { PresentGraph } from '../graph/graph.ts';
import type { Admission } from './admission.ts';
import { type Code, codes } from './codes.ts';
import type { Connections } from './connections.ts';
import { openOperationNames } from './operationNames.ts';
import type { Outbox } from './outbox.ts';

interface RequestSeen {
  /** Its name; null: it has none; undefined: it was refused before it was known which operation it is. */
  readonly operation: string | null | undefined;
  /** Of its errors; or that the client had gone. */
  readonly codes: readonly (Code | 'GONE')[];
  readonly milliseconds: number;
  readonly cost: number | undefined;
}

export interface Metrics {
  request(seen: RequestSeen): void;
  /** A request that was answered by saying that the client's own answer still holds. */
  unchanged(): void;
  /** The text, in Prometheus's format, and its content type. */
  text(): Promise<string>;
  readonly contentType: string;
  /** Watches the database no more. */
  close(): void;
}

/** Every outcome that a request can have. */
const outcomes: readonly string[] = ['ok', 'GONE', ...Object.keys(codes)];

/** What is measured, beside the requests that it is told of. */
interface Measured {
  readonly database: Database;
  readonly graph: PresentGraph;
  readonly admission: Admission;
  readonly outbox: Outbox;
  readonly connections: Connections;
  /** What is kept from one request for the next. */
  readonly stores: Readonly<Record<string, { bytes(): number }>>;
}

/** Metrics of a service. */
export function openMetrics(watched: Measured): Metrics {
  const { database } = watched;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const { requests, errors, duration, cost, unchanged, statements } = countersOf(registers);
  const unwatch = database.watch((_, milliseconds) => statements.observe(milliseconds / 1_000));
  gauges(registers, watched);

  const { nameOf } = openOperationNames((operation) => {
    for (const outcome of outcomes) requests.remove({ operation, outcome });
    duration.remove({ operation });
    cost.remove({ operation });
  });
  return {
    request: ({ operation, codes: told, milliseconds, cost: of }) => {
      const name = nameOf(operation, told.length === 0);
      requests.inc({ operation: name, outcome: told[0] ?? 'ok' });
      for (const code of told) errors.inc({ code });
      duration.observe({ operation: name }, milliseconds / 1_000);
      if (of !== undefined) cost.observe({ operation: name }, of);
    },
    unchanged: () => unchanged.inc(),
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
    close: () => {
      unwatch();
      registry.clear();
    },
  };
}

/** What is counted as it happens. */
function countersOf(registers: Registry[]) {
  const requests = new Counter({
    name: 'labourgraph_requests_total',
    help: 'GraphQL requests by operation, and ok or the code of the first error.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const errors = new Counter({
    name: 'labourgraph_errors_total',
    help: 'Errors told to clients, by code; once for each request and code.',
    labelNames: ['code'],
    registers,
  });
  const duration = new Histogram({
    name: 'labourgraph_request_duration_seconds',
    help: 'How long GraphQL requests took, from their body to their answer.',
    labelNames: ['operation'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const cost = new Histogram({
    name: 'labourgraph_request_cost',
    help: 'What GraphQL requests may cost, in objects.',
    labelNames: ['operation'],
    buckets: [1, 10, 100, 1_000, 10_000, 100_000],
    registers,
  });
  const unchanged = new Counter({
    name: 'labourgraph_unchanged_total',
    help: 'GETs answered with 304, of GraphQL and of exports: the client has the answer already.',
    registers,
  });
  const statements = new Histogram({
    name: 'labourgraph_database_statement_duration_seconds',
    help: 'How long statements took.',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  return { requests, errors, duration, cost, unchanged, statements };
}

/** What is looked at when it is asked for. */
function gauges(registers: Registry[], { database, graph, admission, outbox, connections, stores }: Measured): void {
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name: `labourgraph_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };
  gauge('requests_in_flight', 'GraphQL requests that are worked on.', () => admission.usage().requests);
  gauge('cost_in_flight', 'Cost of the operations that are executed.', () => admission.usage().cost);
  gauge('exports_running', 'Exports that are written.', () => admission.usage().exports);
  gauge('unsent_bytes', 'Bytes of answers that their readers have not taken.', () => outbox.bytes());
  gauge('connections', 'Connections of clients that are open.', () => connections.open());
  gauge('connections_answering', 'Connections on which a request is under way.', () => connections.answering());
  gauge('requests_turned_away', 'Requests sent away since the start, as too many.', () => admission.usage().turnedAway);
  gauge('topology_relationships', 'Relationships held in memory.', () => graph.topologyInfo().relationships);
  gauge('topology_bytes', 'Memory of the relationships held.', () => graph.topologyInfo().bytes);
  gauge('data_version', 'The version of the data that is served.', () => graph.version().version);
  gauge(
    'change_log_lag_seconds',
    'Since the change log was last read to its end.',
    () => graph.changeFeed.lag() / 1_000,
  );
  new Gauge({
    name: 'labourgraph_database_connections',
    help: 'Connections that are idle or busy, and statements that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { connections, idle, waiting } = database.usage();
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'busy' }, connections - idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  cacheGauges(registers, graph, stores);
}

/** How full the caches are. */
function cacheGauges(registers: Registry[], graph: PresentGraph, stores: Measured['stores']): void {
  new Gauge({
    name: 'labourgraph_cache_entries',
    help: 'What is held in memory, by cache.',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const [cache, { held }] of Object.entries(graph.caches())) this.set({ cache }, held);
    },
  });
  new Gauge({
    name: 'labourgraph_cache_bytes',
    help: 'About how many bytes that takes, by cache.',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const [cache, { bytes }] of Object.entries(graph.caches())) this.set({ cache }, bytes);
      for (const [cache, store] of Object.entries(stores)) this.set({ cache }, store.bytes());
    },
  });
  new Gauge({
    name: 'labourgraph_cache_misses',
    help: 'How often a cache did not have what was asked for, since the start.',
    labelNames: ['cache'],
    registers,
    collect() {
      for (const [cache, { misses }] of Object.entries(graph.caches())) this.set({ cache }, misses);
    },
  });
}
