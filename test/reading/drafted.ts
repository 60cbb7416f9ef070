/**
 * How much of the source articles' hand-written records the reader drafts, without the graph knowing these articles:
 * `npm run read:drafted`, with the texts at hand; `--list` names the lines that it does not draft, and `--wrong` those
 * that it proposes and that stand for none.
 *
 * A line is one fact on one passage: that an entity, a relationship or a part rests on a paragraph of the article, or
 * that a paragraph has a role. It is drafted if the proposals have a fact of the same kind and type on the same
 * paragraph, with the same ends:
 *
 * - an entity: one of its names; of events, statements, claims, proposals, rounds, disputes, cases, agreements and
 *   units, and of laws that the article does not name, whose names are wording of ours, the kind, and of events, claims and proposals also the type;
 * - a relationship: its type, and both ends, each as an entity;
 * - a term, a stage, a provision: that there is one on the paragraph.
 *
 * Beside it stands how many are drafted by a looser count, in which a relationship's ends and an entity's name do not
 * matter: a record or relationship of this kind or type is proposed on this paragraph, with a cue in common.
 *
 * Each line of the hand-written records is counted once, whatever the number of its cues, and each proposed line can
 * stand for one of them. The graph that the reader is given is what the records say of other articles: entities that
 * only this article tells of are taken out of it, and so is every relationship. Issues stay, since they are words of
 * the project and no facts of an article.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isPlain,
  itemsOf,
  type KnownFacts,
  knowledgeOf,
  knownFactsOf,
  type Plain,
  plainOf,
  textOf,
  typeOf,
} from '../../src/reading/knowledge.ts';
import { propose } from '../../src/reading/proposals.ts';
import { readArticle } from '../../src/reading/read.ts';
import { takeIn } from '../../src/reading/text.ts';
import { isBlank } from '../../src/records/blanks.ts';
import { holdsCue, plain } from '../../src/records/cues.ts';
import { readSeeds } from '../../src/seeding/read.ts';
import { articlesFolder, goldOf, isAtHand, sources } from './fromGold.ts';

interface Line {
  /** Its sort and paragraph, and the cues there. */
  readonly place: string;
  readonly cues: readonly string[];
  /** What it says, so far as two can be compared. */
  readonly says: string;
  readonly sort: string;
  readonly of: string;
}

/** Whether a piece of evidence is at this article. */
const isAt = (piece: unknown, article: string): boolean =>
  isPlain(piece) && (textOf(piece['at']) ?? '').startsWith(`${article}/`);

/** The paragraphs of the article that a fact rests on, each with its cues. */
function placesOf(record: Plain, article: string): { p: string; cues: string[] }[] {
  const places = new Map<string, string[]>();
  for (const piece of itemsOf(record['evidence'])) {
    if (!isPlain(piece) || !isAt(piece, article)) continue;
    const p = (textOf(piece['at']) ?? '').split('/')[1] ?? '';
    const cues = itemsOf(piece['cues']).map((cue) => plain(String(cue)));
    places.set(p, [...(places.get(p) ?? []), ...cues]);
  }
  return [...places].map(([p, cues]) => ({ p, cues }));
}

/** Their names are wording of ours: they are told by what they are. */
const unnamed = new Set([
  'EVENT',
  'STATEMENT',
  'CLAIM',
  'PROPOSAL',
  'ARTICLE',
  'BARGAINING_ROUND',
  'DISPUTE',
  'BARGAINING_UNIT',
  'LEGAL_CHALLENGE',
  'COLLECTIVE_AGREEMENT',
]);
const typed = new Set(['EVENT', 'CLAIM', 'PROPOSAL']);

/** Facts, and those of their laws that the article does not name. */
interface Compared extends KnownFacts {
  readonly unnamedLaws: ReadonlySet<string>;
}

function comparedOf(facts: KnownFacts, article: string): Compared {
  const laws = [...facts.entities].filter(
    ([, record]) =>
      record['kind'] === 'LEGISLATION' && !namesOf(record).some((name) => !isBlank(name) && holdsCue(article, name)),
  );
  return { ...facts, unnamedLaws: new Set(laws.map(([id]) => id)) };
}

/** How an entity is told from others: by its id where it has a name, else by its kind and, where that says much, its type. */
function endOf(id: string, facts: Compared, same: ReadonlyMap<string, string>): string {
  const record = facts.entities.get(id);
  const kind = textOf(record?.['kind']) ?? '?';
  if (kind === 'LEGISLATION' && facts.unnamedLaws.has(id)) return kind;
  if (!unnamed.has(kind)) return same.get(id) ?? id;
  return typed.has(kind) ? `${kind} ${textOf(record?.['type']) ?? ''}` : kind;
}

const lineOf = (what: string, sort: string, p: string, cues: readonly string[], of: string): Line => ({
  ...{ says: `${what} ${p}`, sort, of, cues },
  place: `${sort} ${p}`,
});

function linesOf(facts: Compared, article: string, same: ReadonlyMap<string, string>): Line[] {
  const entities = [...facts.entities].flatMap(([id, record]): Line[] => {
    const parts = ['terms', 'stages', 'provisions'].flatMap((part) =>
      itemsOf(record[part]).flatMap((one) =>
        (isPlain(one) ? placesOf(one, article) : []).map(({ p, cues }) => lineOf(part, part, p, cues, id)),
      ),
    );
    const roles = id === article ? itemsOf(record['paragraphs']) : [];
    return [
      ...placesOf(record, article).map(({ p, cues }) =>
        lineOf(endOf(id, facts, same), textOf(record['kind']) ?? '', p, cues, id),
      ),
      ...parts,
      ...roles.map((one, index) =>
        lineOf(`role ${isPlain(one) ? one['role'] : ''}`, 'role', String(index + 1), ['role'], id),
      ),
    ];
  });
  const relationships = [...facts.relationships].flatMap(([id, record]): Line[] => {
    const type = typeOf(record) ?? '';
    const [subject, object] = [textOf(record['subject']) ?? '', textOf(record[type]) ?? ''];
    const ends = `${endOf(subject, facts, same)} ${type} ${endOf(object, facts, same)}`;
    return placesOf(record, article).map(({ p, cues }) => lineOf(ends, type, p, cues, id));
  });
  return [...entities, ...relationships];
}

/** The graph without what rests on the article alone. */
export function without(facts: KnownFacts, article: string): KnownFacts {
  const elsewhere = ([id, record]: [string, Plain]): [string, Plain][] => {
    if (id === article) return [];
    const { terms: _, stages: __, provisions: ___, ...rest } = record;
    const pieces = itemsOf(record['evidence']);
    const left = pieces.filter((piece) => !isAt(piece, article));
    const isCited = left.some((piece) => isPlain(piece) && 'at' in piece);
    const stays = isCited || left.length === pieces.length || record['kind'] === 'ISSUE';
    return stays ? [[id, { ...rest, evidence: left }]] : [];
  };
  const entities = new Map([...facts.entities].flatMap(elsewhere));
  const relationships = [...facts.relationships].flatMap(elsewhere).filter(([, record]) => {
    const ends = [textOf(record['subject']) ?? '', textOf(record[typeOf(record) ?? '']) ?? ''];
    return ends.every((id) => entities.has(id));
  });
  return { entities, relationships: new Map(relationships) };
}

const namesOf = (record: Plain | undefined): string[] => {
  const names = record?.['names'];
  const all = isPlain(names) ? Object.values(names).flatMap((of) => (isPlain(of) ? Object.values(of).flat() : [])) : [];
  return all.flatMap(
    (name) =>
      textOf(name)
        ?.toLowerCase()
        .replace(/^(?:the|bill) /, '')
        .replaceAll('-', ' ') ?? [],
  );
};

/** The hand-written ids of what is proposed under ids of its own: of the same kind, with a name in common. */
function sameAs(proposed: KnownFacts, written: KnownFacts): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const [id, record] of written.entities)
    for (const name of namesOf(record)) byName.set(`${record['kind']} ${name}`, id);
  return new Map(
    [...proposed.entities].flatMap(([id, record]) => {
      const found = namesOf(record).flatMap((name) => byName.get(`${record['kind']} ${name}`) ?? [])[0];
      return found === undefined || written.entities.has(id) ? [] : [[id, found] as const];
    }),
  );
}

export interface Measured {
  readonly article: string;
  readonly lines: number;
  readonly drafted: number;
  readonly loose: number;
  readonly missing: readonly Line[];
  readonly proposed: number;
  /** The proposed lines that stand for none. */
  readonly wrong: readonly Line[];
  readonly bySort: ReadonlyMap<string, readonly [drafted: number, lines: number, proposed: number]>;
}

/** Measures one of the source articles. */
export async function measure(article: keyof typeof sources): Promise<Measured> {
  const source = await readSeeds(join(import.meta.dirname, '..', '..', 'seeds'));
  const written = knownFactsOf(source.records.map(plainOf));
  const known = without(written, article);
  const outlet = article.startsWith('cbc') ? 'cbc-news' : 'huffpost-canada';
  const bytes = readFileSync(join(articlesFolder, sources[article]));
  const { published } = goldOf(article).article;
  const reading = readArticle(takeIn(bytes, { published, outlet }), knowledgeOf(known));
  const { proposals } = propose(reading, knowledgeOf(known), known, {
    id: article,
    file: sources[article],
    sha256: '',
  });
  const records = new Map(proposals.map(({ id, record }) => [id, record]));
  const drafts: KnownFacts = {
    entities: new Map([...known.entities, ...[...records].filter(([, record]) => 'id' in record)]),
    relationships: new Map([...records].filter(([, record]) => !('id' in record))),
  };
  const words = bytes.toString('utf8');
  const all = linesOf(comparedOf(drafts, words), article, sameAs(drafts, written));
  const left = [...all];
  const lines = linesOf(comparedOf(written, words), article, new Map());
  const loose = looselyDrafted(lines, all);
  const bySort = new Map<string, [number, number, number]>();
  const count = (sort: string, ...more: readonly [number, number, number]): void => {
    const [drafted, lines, proposed] = bySort.get(sort) ?? [0, 0, 0];
    bySort.set(sort, [drafted + more[0], lines + more[1], proposed + more[2]]);
  };
  for (const { sort } of all) count(sort, 0, 0, 1);
  const missing = lines.filter(({ says, sort }) => {
    const at = left.findIndex((one) => one.says === says);
    if (at !== -1) left.splice(at, 1);
    count(sort, Number(at !== -1), 1, 0);
    return at === -1;
  });
  const drafted = lines.length - missing.length;
  return { article, lines: lines.length, drafted, loose, missing, proposed: all.length, wrong: left, bySort };
}

/** How many are drafted if only sort, paragraph and a cue matter; each proposed line stands for one. */
function looselyDrafted(lines: readonly Line[], proposed: readonly Line[]): number {
  const left = [...proposed];
  return lines.filter(({ place, cues }) => {
    const at = left.findIndex(
      (one) =>
        one.place === place && one.cues.some((cue) => cues.some((own) => own.includes(cue) || cue.includes(own))),
    );
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}

const share = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} in 100`;

async function main(): Promise<void> {
  if (!isAtHand) {
    console.error(`The articles' texts are not at hand: ${articlesFolder}`);
    process.exitCode = 1;
    return;
  }
  const totals = new Map<string, [number, number, number]>();
  let [lines, drafted, loose, proposed] = [0, 0, 0, 0];
  for (const article of ['cbc-2015-05-12', 'huffpost-2014-01-24', 'cbc-2016-01'] as const) {
    const one = await measure(article);
    lines += one.lines;
    drafted += one.drafted;
    loose += one.loose;
    proposed += one.proposed;
    console.log(summary(article, one));
    for (const [sort, [right, all, given]] of one.bySort) {
      const [a, b, c] = totals.get(sort) ?? [0, 0, 0];
      totals.set(sort, [a + right, b + all, c + given]);
    }
    if (process.argv.includes('--list')) for (const { says, of } of one.missing) console.log(`  ${says}   (${of})`);
    if (process.argv.includes('--wrong')) for (const { says, of } of one.wrong) console.log(`  not ${says}   (${of})`);
  }
  console.log(summary('all', { lines, drafted, loose, proposed }));
  for (const [sort, [right, all, given]] of [...totals].sort(([, a], [, b]) => b[1] - a[1]))
    console.log(`  ${sort.padEnd(20)} ${right} of ${all}; ${given} proposed`);
}

type Counts = Pick<Measured, 'lines' | 'drafted' | 'loose' | 'proposed'>;

const summary = (name: string, { lines, drafted, loose, proposed }: Counts): string =>
  `${name.padEnd(22)} ${drafted} of ${lines} lines, ${share(drafted, lines)}; ${share(loose, lines)} by the looser count; ` +
  `${proposed} proposed, of which ${share(drafted, proposed)} stand for one`;

if (process.argv[1] === import.meta.filename) await main();
