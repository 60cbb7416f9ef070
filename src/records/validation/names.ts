/** The names of an entity, per language. */
import type { NameType } from '../../generated/prisma/enums.ts';
import { type Context, openRecord, type Reader, readList, readShortText } from './fields.ts';
import type { Node } from './node.ts';
import type { NameRecord } from './records.ts';

const languages = ['en', 'fr'];
const lists = { acronym: 'ACRONYM', alias: 'ALIAS', former: 'FORMER' } as const satisfies Record<string, NameType>;

/** Reads the names; one of them, in at least one language, is the preferred one. */
export const readNames: Reader<readonly NameRecord[]> = (node, context) => {
  const fields = openRecord(node, 'names', languages, context);
  const perLanguage = fields?.keys
    .filter((key) => languages.includes(key))
    .map((language) => fields.required(language, (names) => readLanguage(names, language, context)));
  if (perLanguage === undefined || !perLanguage.every((names) => names !== undefined)) return undefined;
  const names = perLanguage.flat();
  if (names.some(({ type }) => type === 'PREFERRED')) return names;
  context.report(node.place, 'names lack "preferred" in at least one language');
  return undefined;
};

function readLanguage(node: Node, language: string, context: Context): readonly NameRecord[] | undefined {
  const fields = openRecord(node, 'names', ['preferred', ...Object.keys(lists)], context);
  if (fields === undefined) return undefined;
  const preferred = fields.optional('preferred', readShortText);
  const named = (text: string, type: NameType): NameRecord => ({ text, language, type });
  const others = Object.entries(lists).map(([key, type]) =>
    (fields.optional(key, readList(readShortText)) ?? []).map((text, index, all) => {
      if (all.indexOf(text) < index) fields.report(key, `the name "${text}" stands here twice`);
      return named(text, type);
    }),
  );
  if (preferred === undefined) return undefined;
  return [...(preferred === null ? [] : [named(preferred, 'PREFERRED')]), ...others.flat()];
}
