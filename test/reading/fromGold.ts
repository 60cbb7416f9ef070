/** Gold files as readings: what the recognisers would give if they made no mistake. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageRole } from '../../src/generated/prisma/enums.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { EventFound, Figure, Mention, Paragraph, Reading, Statement } from '../../src/reading/types.ts';
import type { Kind } from '../../src/registry/index.ts';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
export const articlesFolder = join(shared, 'articles');
export const goldFolder = join(shared, 'reading', 'gold');
/** Whether the texts and their gold files are at hand. */
export const isAtHand = existsSync(articlesFolder) && existsSync(goldFolder);

/** The source articles by the names of their files. */
export const sources = {
  'cbc-2015-05-12': '000_5072ee2c3626fc4f.txt',
  'huffpost-2014-01-24': '001_7df878c41290451e.txt',
  'cbc-2016-01': '002_4a371c9fa31c056a.txt',
} as const;

export interface Gold {
  readonly article: { readonly published: string };
  readonly entities: readonly { readonly key: string; readonly kind: Kind; readonly names: readonly string[] }[];
  readonly roles: readonly { readonly p: number; readonly role: PassageRole }[];
  readonly mentions: readonly { readonly p: number; readonly text: string; readonly entity: string }[];
  readonly offices: readonly {
    readonly p: number;
    readonly person: string;
    readonly title: string;
    readonly of: string;
  }[];
  readonly statements: readonly {
    readonly p: number;
    readonly speaker: string;
    readonly of?: string;
    readonly type: Statement['type'];
  }[];
  readonly dates: readonly { readonly p: number; readonly text: string; readonly edtf: string }[];
  readonly figures: readonly {
    readonly p: number;
    readonly text: string;
    readonly value: number;
    readonly unit: Figure['unit'];
  }[];
  readonly events: readonly { readonly p: number; readonly type: string; readonly parties: readonly string[] }[];
}

const said =
  /\b(?:said|says|saying|told|wrote|writes|added|accused|according to|characterized|argued|maintain\w*|insist\w*)\b/i;

/** The reading of a text that a gold file describes. @param isKnown which of its entities the graph has. */
export function readingOf(
  text: string,
  gold: Gold,
  outlet: string | undefined,
  isKnown: (key: string) => boolean,
): Reading {
  const paragraphs = paragraphsOf(text, gold);
  const place = (p: number, words: string) => {
    const start = Math.max(0, paragraphs[p - 1]?.text.indexOf(words) ?? 0);
    return { p, start, end: start + words.length };
  };
  const sayingIn = (p: number): { word: string; start: number } => {
    const found = said.exec(paragraphs[p - 1]?.text ?? '');
    return { word: found?.[0] ?? '', start: found?.index ?? 0 };
  };
  return {
    article: { published: gold.article.published, outlet, paragraphs },
    entities: gold.entities.map((one) => ({ ...one, known: isKnown(one.key), candidates: [], rule: 'gold' })),
    mentions: gold.mentions.map((one): Mention => ({ ...one, ...place(one.p, one.text), proper: true, rule: 'gold' })),
    offices: gold.offices.map((one) => ({
      ...one,
      ...place(one.p, one.title),
      acting: false,
      former: false,
      rule: 'gold',
    })),
    statements: gold.statements.map(({ p, speaker, of, type }) => {
      const { word, start } = sayingIn(p);
      const who = of === undefined ? { entity: speaker } : { unnamed: speaker, of };
      return { p, start, end: start + word.length, speaker: who, type, verb: word, rule: 'gold' };
    }),
    dates: gold.dates.map((one) => ({
      ...one,
      ...place(one.p, one.text),
      derivation: derivationOf(one.edtf),
      rule: 'gold',
    })),
    figures: gold.figures.map((one) => ({ ...one, ...place(one.p, one.text), approximation: undefined, rule: 'gold' })),
    events: gold.events.map(
      (one): EventFound => ({ ...one, ...place(one.p, ''), status: 'OCCURRED', date: undefined, rule: 'gold' }),
    ),
  };
}

/** A rule in words that names the day, as the recogniser of dates gives one that the checks can follow. */
const derivationOf = (edtf: string): string => `the day ${edtf}, as the paragraph tells`;

function paragraphsOf(text: string, gold: Gold): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') {
      const start = offset + line.indexOf(trimmed);
      const number = paragraphs.length + 1;
      const role = gold.roles.find(({ p }) => p === number)?.role ?? 'BODY';
      paragraphs.push({
        number,
        text: trimmed,
        role,
        start,
        end: start + trimmed.length,
        sentences: sentencesOf(trimmed),
      });
    }
    offset += line.length + 1;
  }
  return paragraphs;
}

export const goldOf = (id: string): Gold => JSON.parse(readFileSync(join(goldFolder, `${id}.json`), 'utf8')) as Gold;
