/** Changesets that follow each other, for a process that applies them and for those that look at what it did. */
import type { Application } from '../../src/curation/apply.ts';
import { readSource } from '../../src/seeding/read.ts';

/**
 * Changes two people and what one of them is a member of, brings a union with the other one as its member, and removes
 * the union before.
 * @param word tells it from all others; without digits, for a number in a summary needs a source.
 * @param before the word of the changeset before; undefined: it removes nothing.
 */
export function editOf(word: string, year: number, before: string | undefined): Application {
  const evidence = `evidence: [{external: "The library, ${word}"}]`;
  const entity = (id: string, kind: string, summary: string): string =>
    `- {id: ${id}, kind: ${kind}, names: {en: {preferred: ${id}}}, summary: "${summary}", ${evidence}}\n`;
  const records = [
    ...['carl', 'dora'].map((id) => entity(id, 'PERSON', `A person, ${word}.`)),
    entity(`union-${word}`, 'UNION', `A union, ${word}.`),
    `- {subject: carl, MEMBER_OF: union-${word}, ${evidence}}\n`,
    `- {subject: dora, MEMBER_OF: example-union, from: ${year}, note: "${word}", ${evidence}}\n`,
  ];
  const remove = before === undefined ? [] : [`union-${before}`, `carl.MEMBER_OF.union-${before}`];
  return { source: readSource('edit.yaml', records.join('')), remove, author: 'ann', message: word };
}
