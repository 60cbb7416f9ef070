/**
 * From files of articles to folders of proposals. What is known of a text is told by its SHA-256 and by those of its
 * paragraphs; a folder is written whole, or not at all.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { slugOf } from '../reading/drafting/slug.ts';
import { isPlain, itemsOf, type KnownFacts, knowledgeOf, textOf } from '../reading/knowledge.ts';
import { type LostCue, moveEvidence, type Realignment } from '../reading/moved.ts';
import { type Difference, type Proposals, propose } from '../reading/proposals.ts';
import type { Rules } from '../reading/rules.ts';
import type { Knowledge, Reading } from '../reading/types.ts';
import { writeProposals } from '../reading/written.ts';
import { hint } from '../records/validation/suggest.ts';

/** A text as it was read. */
export interface ReadText {
  readonly reading: Reading;
  /** The text of which the paragraphs are the lines, in UTF-8: the file itself, or what a page of the web says. */
  readonly text: Buffer;
  /** Its name: that of the file, or `….txt` for a page. */
  readonly file: string;
  readonly sha256: string;
  /** The SHA-256 of each paragraph. */
  readonly hashes: readonly string[];
  /** It is what a page of the web says, and not the file itself. */
  readonly isPage: boolean;
  /** The outlet as the call or the page names it, by a name or an id. */
  readonly outletName?: string | undefined;
}

export interface Graph {
  readonly facts: KnownFacts;
  readonly knowledge: Knowledge;
}

export interface BatchOptions {
  /** The folder in which each article gets one. */
  readonly out: string;
  /** The JSON Schema of the seed files. */
  readonly schema: string;
  readonly rules: Rules;
  readonly realign: (former: readonly string[], now: readonly string[]) => Realignment;
}

/** What became of an article. */
export type Outcome =
  | {
      readonly type: 'DRAFTED';
      readonly id: string;
      readonly folder: string;
      readonly records: number;
      readonly blanks: number;
      readonly differences: readonly Difference[];
      readonly graph: Graph;
    }
  | {
      readonly type: 'MOVED';
      readonly id: string;
      readonly folder: string;
      readonly records: number;
      readonly lost: readonly LostCue[];
      readonly added: readonly number[];
    }
  /** The graph has this very text, or a folder of proposals. */
  | { readonly type: 'KNOWN'; readonly id: string; readonly wanted: string; readonly folder: string | undefined };

/** The id of an outlet by its id or one of its names; undefined: the graph has none such. */
export function outletOf({ knowledge }: Graph, said: string): string | undefined {
  const outlets = knowledge.entities.filter(({ kind }) => kind === 'NEWS_OUTLET');
  const isNamed = (text: string): boolean => text.toLowerCase() === said.toLowerCase();
  return outlets.find(({ id, names }) => id === said || names.some(({ text }) => isNamed(text)))?.id;
}

/** What to say of an outlet that the graph does not have. */
export function unknownOutlet({ knowledge }: Graph, said: string): string {
  const outlets = knowledge.entities.filter(({ kind }) => kind === 'NEWS_OUTLET').map(({ id }) => id);
  return `the graph has no outlet "${said}"${hint(said, outlets)}; a record of it is in actors.yaml: check its name and type`;
}

/** The id that an outlet has, or gets. */
export const outletId = (graph: Graph, said: string): string => outletOf(graph, said) ?? slugOf(said);

/**
 * Drafts the records of an article and writes them to a folder.
 * @throws Error if the folder cannot be written; nothing is then left of it.
 */
export async function draft(read: ReadText, graph: Graph, options: BatchOptions): Promise<Outcome> {
  const { reading, sha256 } = read;
  const wanted = slugOf(reading.article.outlet ?? 'article', reading.article.published);
  const before = await draftedBefore(options.out, sha256);
  const held = heldText(graph.facts, sha256);
  if (held !== undefined) return { type: 'KNOWN', id: held, wanted, folder: undefined };
  if (before !== undefined) return { type: 'KNOWN', id: basename(before), wanted, folder: before };
  const changed = changedArticle(graph.facts, read.hashes);
  if (changed !== undefined) return await writeMoved(changed, read, graph, options);
  const id = await freeId(wanted, graph.facts, options.out);
  const proposals = propose(reading, graph.knowledge, graph.facts, {
    id,
    file: read.file,
    sha256,
    outletName: read.outletName,
    rules: options.rules,
  });
  const folder = join(options.out, id);
  const files = writeProposals(proposals, relative(folder, options.schema));
  await writeFolder(folder, withText(files, read));
  const blanks = proposals.proposals.reduce((sum, one) => sum + one.blanks.length, 0);
  return {
    type: 'DRAFTED',
    id,
    folder,
    records: proposals.proposals.length,
    blanks,
    differences: proposals.differences,
    graph: withProposals(graph, proposals),
  };
}

/** The graph as it will be: what a text of the same call names again is then no second time new. */
function withProposals({ facts }: Graph, { proposals }: Proposals): Graph {
  const entities = new Map(facts.entities);
  const relationships = new Map(facts.relationships);
  for (const { id, record } of proposals) ('id' in record ? entities : relationships).set(id, record);
  const all = { entities, relationships };
  return { facts: all, knowledge: knowledgeOf(all) };
}

/** The article of the graph with this very text. */
function heldText({ entities }: KnownFacts, sha256: string): string | undefined {
  return [...entities].find(([, { kind, sha256: hash }]) => kind === 'ARTICLE' && hash === sha256)?.[0];
}

/** The folder of proposals of this very text. */
async function draftedBefore(out: string, sha256: string): Promise<string | undefined> {
  for (const name of await namesIn(out)) {
    if (name.startsWith('.')) continue;
    const text = await readFile(join(out, name, 'article.yaml'), 'utf8').catch(() => '');
    if (text.includes(`sha256: ${sha256}`) || text.includes(`sha256: "${sha256}"`)) return join(out, name);
  }
  return undefined;
}

const namesIn = async (folder: string): Promise<string[]> => await readdir(folder).catch(() => []);

/** The article of the graph of which this is a changed text: half of its paragraphs are the same. */
function changedArticle({ entities }: KnownFacts, hashes: readonly string[]): string | undefined {
  const own = new Set(hashes);
  let best: { readonly id: string; readonly share: number } | undefined;
  for (const [id, { kind, paragraphs }] of entities) {
    if (kind !== 'ARTICLE') continue;
    const theirs = hashesOf(paragraphs);
    const share = theirs.filter((hash) => own.has(hash)).length / Math.max(1, Math.min(theirs.length, own.size));
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id;
}

const hashesOf = (paragraphs: unknown): string[] =>
  itemsOf(paragraphs).flatMap((one) => (isPlain(one) ? (textOf(one['sha256']) ?? []) : []));

/** The id, with a number if another text has it. */
async function freeId(wanted: string, { entities }: KnownFacts, out: string): Promise<string> {
  const taken = new Set([...entities.keys(), ...(await namesIn(out))]);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(id)) return id;
  }
}

async function writeMoved(id: string, read: ReadText, { facts }: Graph, options: BatchOptions): Promise<Outcome> {
  const former = hashesOf(facts.entities.get(id)?.['paragraphs']);
  const where = options.realign(former, read.hashes);
  const { file, sha256, hashes } = read;
  const { paragraphs } = read.reading.article;
  const { proposals, lost } = moveEvidence(facts, id, where, { file, sha256, paragraphs, hashes });
  const folder = join(options.out, await freeId(`${id}-changed`, facts, options.out));
  const files = writeProposals({ article: id, proposals, differences: [] }, relative(folder, options.schema));
  await writeFolder(folder, withText(files, read));
  const there = new Set([...where.moved.values(), ...where.changed.map(({ to }) => to)]);
  const added = paragraphs.flatMap(({ number }) => (there.has(number) ? [] : [number]));
  return { type: 'MOVED', id, folder, records: proposals.length, lost, added };
}

/** What a page of the web says is kept beside the proposals: it is the text that the paragraphs are counted in. */
function withText(files: ReadonlyMap<string, string>, { text, file, isPage }: ReadText) {
  return isPage ? new Map<string, string | Buffer>([...files, [file, text]]) : files;
}

/** Writes a folder whole, or leaves nothing of it. */
async function writeFolder(folder: string, files: ReadonlyMap<string, string | Buffer>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const begun = join(dirname(folder), `.begun-${process.pid}-${basename(folder)}`);
  try {
    await mkdir(begun);
    for (const [name, content] of files) await writeFile(join(begun, name), content);
    await rename(begun, folder);
  } catch (error) {
    await rm(begun, { recursive: true, force: true });
    throw error;
  }
}
