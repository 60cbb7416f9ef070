/** Made-up articles, read, and what was recognised in words that a table can hold. */
import { toGold } from '../../src/reading/gold.ts';
import { readArticle } from '../../src/reading/read.ts';
import { takeIn } from '../../src/reading/text.ts';
import type { Knowledge, KnownEntity, Reading } from '../../src/reading/types.ts';

/** A graph that holds nothing. */
export const nothing: Knowledge = { entities: [], relationships: [] };

/** An entity of the graph, by its names and acronyms. */
export const known = (id: string, kind: KnownEntity['kind'], ...names: readonly string[]): KnownEntity => ({
  ...{ id, kind, type: undefined },
  names: names.map((text) => ({ text, language: 'en', type: /^[A-Z]+$/.test(text) ? 'ACRONYM' : 'PREFERRED' })),
});

/** Reads a text that was published on a Wednesday. Each of its lines is a paragraph. */
export const read = (text: string, knowledge = nothing): Reading =>
  readArticle(takeIn(Buffer.from(text), { published: '2019-06-12', outlet: undefined }), knowledge);

const gold = (text: string, knowledge?: Knowledge) => toGold(read(text, knowledge));

/** Everybody who is named, with kind: "PERSON Ana Ruiz = Ruiz", in the order in which the text names them. */
export function names(text: string, knowledge?: Knowledge): string[] {
  const { entities, mentions } = gold(text, knowledge);
  return [...new Set(mentions.map(({ entity }) => entity))].map((key) => {
    const texts = new Set(mentions.filter(({ entity }) => entity === key).map((one) => one.text));
    return `${entities.find((one) => one.key === key)?.kind} ${[...texts].join(' = ')}`;
  });
}

/** Posts: "Ana Ruiz: president of Harbour Nurses' League". What has no name in the text is given by its key. */
export function offices(text: string, knowledge?: Knowledge): string[] {
  const found = gold(text, knowledge);
  return found.offices.map(({ person, title, of }) => `${nameOf(found, person)}: ${title} of ${nameOf(found, of)}`);
}

/** Statements: "2 Ana Ruiz MIXED", with the number of the paragraph. */
export function statements(text: string, knowledge?: Knowledge): string[] {
  const found = gold(text, knowledge);
  return found.statements.map(
    ({ p, speaker, of, type }) =>
      `${p} ${nameOf(found, speaker)}${of === undefined ? '' : ` of ${nameOf(found, of)}`} ${type}`,
  );
}

const nameOf = ({ mentions }: ReturnType<typeof toGold>, key: string): string =>
  mentions
    .filter(({ entity }) => entity === key)
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length)[0] ?? key;
