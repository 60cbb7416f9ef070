/** From figures to a table of ratios with their targets, and the page that is kept of it. */

import type { Rates } from './measure.ts';
import type { FinderName, PathTimes } from './measurePaths.ts';
import type { PeerName, Work } from './works/work.ts';

export interface Topology {
  readonly relationships: number;
  readonly bytes: number;
  readonly buildMilliseconds: number;
}

/** All that was measured; what is missing was not asked for. */
export interface Figures {
  readonly warm: Map<Work['name'], Rates<PeerName | 'small'>>;
  readonly cold: Map<Work['name'], Rates>;
  paths?: PathTimes;
  topology?: Topology | string;
}

/** A line of the table: a ratio (or, of the topology, a size), the target, and whether it was met; null: no figure. */
export interface Verdict {
  readonly work: string;
  readonly against: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean | null;
}

const titles: Record<Work['name'], string> = {
  nested: '20 disputes, parties, their offices, holders',
  page: 'entity page',
  list: 'filtered, ordered list of 50 with totalCount',
};
const peerTitles: Record<PeerName, string> = {
  labourgraph: 'Labourgraph',
  postgraphile: 'PostGraphile',
  apollo: 'Apollo + Prisma + DataLoader',
  sql: 'hand-written SQL',
};
const finderTitles: Record<FinderName, string> = {
  labourgraph: 'Labourgraph, over HTTP',
  ladybug: 'Ladybug, in process',
  cte: 'recursive CTE, in process',
};

/** The targets of issue 3: at least so many times as fast. */
const warmTargets: readonly (readonly [Work['name'], PeerName, number])[] = [
  ['nested', 'postgraphile', 2.5],
  ['nested', 'sql', 1],
  ['page', 'postgraphile', 2],
  ['list', 'postgraphile', 1.5],
];
const coldTargets: readonly (readonly [Work['name'], PeerName, number])[] = [
  ['nested', 'postgraphile', 1.5],
  ['page', 'postgraphile', 1.2],
  ['list', 'postgraphile', 1.2],
];
const pathTargets: readonly (readonly [FinderName, number])[] = [
  ['ladybug', 20],
  ['cte', 50],
];
const growthTarget = 1.3;

/** What was to be reached, and what was. */
export function verdicts({ warm, cold, paths, topology }: Figures): Verdict[] {
  return [
    ...warmTargets.flatMap(([work, peer, target]) => faster(`${titles[work]}, warm`, warm.get(work), peer, target)),
    ...coldTargets.flatMap(([work, peer, target]) =>
      faster(`${titles[work]}, nothing cached`, cold.get(work), peer, target),
    ),
    ...(paths === undefined ? [] : pathVerdicts(paths)),
    ...(topology === undefined ? [] : topologyVerdicts(topology)),
    ...[...warm].flatMap(([work, rates]) => growth(titles[work], rates)),
  ];
}

function faster(work: string, rates: Pick<Rates, 'get'> | undefined, peer: PeerName, target: number): Verdict[] {
  const [own, other] = [rates?.get('labourgraph'), rates?.get(peer)];
  if (own === undefined || other === undefined) return [];
  return [atLeast(work, peerTitles[peer], own / other, target)];
}

const atLeast = (work: string, against: string, ratio: number, target: number): Verdict => ({
  ...{ work, against, measured: times(ratio), target: `≥ ${target} ×`, met: ratio >= target },
});

const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;

function pathVerdicts(paths: PathTimes): Verdict[] {
  return pathTargets.map(([name, target]) => {
    const work = 'path, end to end over HTTP';
    if (typeof paths === 'string') {
      return { work, against: finderTitles[name], measured: paths, target: `≥ ${target} ×`, met: null };
    }
    return atLeast(work, finderTitles[name], (paths.get(name) ?? 0) / (paths.get('labourgraph') ?? 0), target);
  });
}

function topologyVerdicts(topology: Topology | string): Verdict[] {
  const missing = typeof topology === 'string';
  const bytes = missing ? 0 : topology.bytes / topology.relationships;
  const seconds = missing ? 0 : topology.buildMilliseconds / 1000;
  const verdict = (work: string, measured: string, target: string, met: boolean): Verdict => ({
    ...{ work, against: '', measured: missing ? topology : measured, target, met: missing ? null : met },
  });
  return [
    verdict('topology built', `${seconds.toFixed(2)} s`, '< 2 s', seconds < 2),
    verdict('topology, bytes per relationship', bytes.toFixed(1), '< 64', bytes < 64),
  ];
}

function growth(work: string, rates: Rates<PeerName | 'small'>): Verdict[] {
  const [large, small] = [rates.get('labourgraph'), rates.get('small')];
  if (large === undefined || small === undefined) return [];
  const ratio = small / large;
  return [
    {
      ...{ work: `ten times the data: ${work}, warm`, against: 'itself on a tenth' },
      ...{ measured: `${times(ratio)} the time`, target: `≤ ${growthTarget} ×`, met: ratio <= growthTarget },
    },
  ];
}

/** The tables, as Markdown. */
export function tables(figures: Figures): string {
  const word = (met: boolean | null): string => (met === null ? 'no figure' : met ? 'met' : '**missed**');
  const judged = verdicts(figures).map(({ work, against, measured, target, met }) => [
    work,
    against,
    measured,
    target,
    word(met),
  ]);
  const peers = Object.keys(peerTitles) as PeerName[];
  const rows = (kind: string, some: Map<Work['name'], Rates<PeerName | 'small'>>): string[][] =>
    [...some].map(([work, rates]) => [`${titles[work]}, ${kind}`, ...peers.map((peer) => relative(rates, peer))]);
  const parts = [
    table(['work', 'against', 'measured', 'target', ''], judged),
    'All rates, as multiples of PostGraphile’s (answers per second in brackets):',
    table(
      ['work', ...peers.map((peer) => peerTitles[peer])],
      [...rows('warm', figures.warm), ...rows('nothing cached', figures.cold)],
    ),
  ];
  if (figures.paths !== undefined && typeof figures.paths !== 'string') {
    const own = figures.paths.get('labourgraph') ?? 0;
    const lines = [...figures.paths].map(([name, ms]) => [finderTitles[name], times(ms / own), `${ms.toFixed(2)} ms`]);
    parts.push('Paths, the mean time of one, as multiples of Labourgraph’s:', table(['', 'ratio', 'time'], lines));
  }
  return parts.join('\n\n');
}

function relative(rates: Rates<PeerName | 'small'>, peer: PeerName): string {
  const [rate, base] = [rates.get(peer), rates.get('postgraphile')];
  return rate === undefined || base === undefined ? '' : `${times(rate / base)} (${rate.toFixed(0)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
