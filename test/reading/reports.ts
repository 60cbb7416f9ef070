/** The texts that come with their gold, and what the reader takes from them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { toGold } from '../../src/reading/gold.ts';
import { readArticle } from '../../src/reading/read.ts';
import { takeIn } from '../../src/reading/text.ts';
import type { Reading } from '../../src/reading/types.ts';
import type { Facts, Pair } from './score.ts';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
const textsFolder = join(shared, 'articles');
const goldFolder = join(shared, 'reading', 'gold');
/** The score as it is taken elsewhere, where it is at hand. */
export const otherScore = join(shared, 'reading', 'score.mjs');

/** The source articles by the names of their files. */
const sources = {
  'cbc-2015-05-12': '000_5072ee2c3626fc4f.txt',
  'huffpost-2014-01-24': '001_7df878c41290451e.txt',
  'cbc-2016-01': '002_4a371c9fa31c056a.txt',
} as const;

export interface Report {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly published: string;
  readonly gold: Facts;
}

/** A report that was read. */
export interface Read extends Pair {
  readonly reading: Reading;
}

const p = z.int().positive();
const goldFile = z.strictObject({
  article: z.strictObject({ published: z.string(), paragraphs: p }),
  entities: z.array(z.strictObject({ key: z.string(), kind: z.string(), names: z.array(z.string()) })),
  roles: z.array(z.strictObject({ p, role: z.string() })),
  mentions: z.array(z.strictObject({ p, text: z.string(), entity: z.string() })),
  offices: z.array(z.strictObject({ p, person: z.string(), title: z.string(), of: z.string() })),
  statements: z.array(z.strictObject({ p, speaker: z.string(), of: z.string().optional(), type: z.string() })),
  dates: z.array(z.strictObject({ p, text: z.string(), edtf: z.string() })),
  figures: z.array(z.strictObject({ p, text: z.string(), value: z.number(), unit: z.string() })),
  events: z.array(z.strictObject({ p, type: z.string(), parties: z.array(z.string()) })),
});

/** The made-up reports of a folder beside this file. */
export function madeUp(folder: 'tune' | 'report' | 'more' | 'held'): Report[] {
  const path = join(import.meta.dirname, folder);
  const names = readdirSync(path).filter((file) => file.endsWith('.txt'));
  return names.sort().map((file) => {
    const name = file.slice(0, -'.txt'.length);
    return reportOf(name, join(path, file), join(path, `${name}.json`));
  });
}

/** The source articles; none where their texts are not at hand. */
export function sourceArticles(): Report[] {
  if (!existsSync(textsFolder) || !existsSync(goldFolder)) return [];
  return Object.entries(sources).map(([name, file]) =>
    reportOf(name, join(textsFolder, file), join(goldFolder, `${name}.json`)),
  );
}

function reportOf(name: string, textFile: string, file: string): Report {
  const gold = goldFile.parse(JSON.parse(readFileSync(file, 'utf8')), { error: () => `${file} is no gold` });
  return { name, bytes: readFileSync(textFile), published: gold.article.published, gold };
}

/** Reads a report without the graph: what it knows must not help. */
export function read({ name, bytes, published, gold }: Report): Read {
  const reading = readArticle(takeIn(bytes, { published, outlet: undefined }), { entities: [], relationships: [] });
  return { name, gold, proposed: toGold(reading), reading };
}
