/** The name in a language, and the language that it is in. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';

interface Entity {
  readonly id: string;
  readonly en: string;
  readonly fr: string;
  readonly ofEn: string;
  readonly ofFr: string;
  readonly names: readonly { readonly text: string; readonly language: string; readonly type: string }[];
}

test('a name says in which language it is: the one asked for, unless there is none', async () => {
  const entities: Entity[] = [];
  for (let after: string | null = null; ; ) {
    const page: { entities: { nodes: Entity[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await ask(
      `query ($after: String) { entities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
        id en: name fr: name(language: FR) ofEn: nameLanguage ofFr: nameLanguage(language: FR)
        names { text language type } } } }`,
      { after },
    );
    entities.push(...page.entities.nodes);
    if (!page.entities.pageInfo.hasNextPage) break;
    after = page.entities.pageInfo.endCursor;
  }
  for (const { id, en, fr, ofEn, ofFr, names } of entities) {
    const preferred = names.filter(({ type }) => type === 'PREFERRED');
    const has = (text: string, language: string): boolean =>
      preferred.some((name) => name.text === text && name.language === language);
    expect([has(en, ofEn), has(fr, ofFr)], id).toEqual([true, true]);
    const languages = preferred.map(({ language }) => language);
    if (languages.includes('FR')) expect(ofFr, id).toBe('FR');
    if (languages.includes('EN')) expect(ofEn, id).toBe('EN');
  }
  const shown = new Set(entities.map(({ ofFr }) => ofFr));
  expect(shown).toEqual(new Set(['EN', 'FR']));
});
