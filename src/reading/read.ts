/** An article read: names, posts, statements, dates, figures and events. */
import { findDates } from './dates.ts';
import { findEvents } from './events/index.ts';
import { findFigures } from './figures.ts';
import { groupBy } from './groupBy.ts';
import { isMan, isWoman } from './lexicon.ts';
import { findNamed } from './names/index.ts';
import { bodiesOf, organizationBefore } from './offices/bodies.ts';
import { officesBeside, officesOf } from './offices/index.ts';
import { withLater } from './offices/later.ts';
import { ledIn } from './offices/led.ts';
import { type Post, postsOf } from './offices/posts.ts';
import { findReferences } from './references/index.ts';
import { unnamedGovernment, unnamedOf } from './references/unnamed.ts';
import { findStatements } from './statements/index.ts';
import { subjectsOf } from './statements/speakers.ts';
import { postOf, whoseIs } from './statements/whose.ts';
import type { Article, Knowledge, Mention, Named, Reading } from './types.ts';

/** Recognises what an article says, with what the graph knows as plain data. Never fails, whatever the text. */
export function readArticle(article: Article, knowledge: Knowledge): Reading {
  const { entities: named, mentions: proper, lines } = findNamed(article, knowledge);
  const references = findReferences(article, named, proper, knowledge);
  const unnamed = unnamedOf(named, references, knowledge);
  const possible = [...unnamed, ...meantOf([...named, ...unnamed], references, knowledge)].filter(
    ({ key }) => !named.some((one) => one.key === key),
  );
  const kindOf = new Map([...named, ...possible].map((one) => [one.key, one]));
  const mentions = [...proper, ...references].sort((a, b) => a.p - b.p || a.start - b.start || b.end - a.end);
  const bodies = bodiesOf({ mentions, kindOf, paragraphs: article.paragraphs }, unnamedGovernment(named, knowledge));
  const byParagraph = groupBy(mentions, ({ p }) => p);
  const inLine = (p: number) => byParagraph.get(p) ?? [];
  const firsts = new Map(proper.toReversed().map((one) => [one.entity, one]));
  const posts = new Map<number, Post[]>(
    lines.map((line) => {
      const names = inLine(line.paragraph.number);
      const found = [...postsOf(line, names, kindOf, bodies), ...ledIn(line, names, kindOf)];
      return [line.paragraph.number, withLater(found, line, names, kindOf, (one) => firsts.get(one.entity) === one)];
    }),
  );
  const held = officesOf([...posts.values()].flat(), mentions, (key) => kindOf.get(key)?.kind === 'POLITICAL_PARTY');
  const offices = [...held, ...officesBeside(lines, mentions, [...posts.values()].flat(), held, kindOf)];
  const statements = findStatements(
    lines,
    (line) => {
      const p = line.paragraph.number;
      const asked = { mentions, kindOf, government: bodies.government, p };
      return subjectsOf(line, {
        ...{ mentions: inLine(p), posts: posts.get(p) ?? [], offices, kindOf },
        whose: (title, at, whom) =>
          postOf(offices, whom) ?? whoseIs(asked, title, at) ?? organizationBefore(mentions, kindOf, p, at),
      });
    },
    (entity, like) =>
      kindOf.get(entity)?.kind === 'PERSON' && (like === undefined || !differ(kindOf.get(entity), kindOf.get(like))),
  );
  const used = new Set([
    ...mentions.map(({ entity }) => entity),
    ...offices.map(({ of }) => of),
    ...statements.map(({ speaker }) => ('entity' in speaker ? speaker.entity : speaker.of)),
  ]);
  const entities = [...named, ...possible.filter(({ key }) => used.has(key))];
  const dates = findDates(article);
  const events = findEvents(article, { entities, mentions, dates, statements });
  return { article, entities, mentions, offices, statements, dates, figures: findFigures(article), events };
}

/** Those of the graph whom the text means without naming them: the government of the province that it names. */
function meantOf(named: readonly Named[], references: readonly Mention[], { entities }: Knowledge): Named[] {
  const meant = new Set(references.map(({ entity }) => entity));
  for (const { key } of named) meant.delete(key);
  return entities
    .filter(({ id }) => meant.has(id))
    .map(({ id, kind, names }) => ({
      ...{ key: id, kind, known: true, names: names.map(({ text }) => text), candidates: [] },
      rule: 'reference: government',
    }));
}

/** Whether one is plainly a woman, and the other a man. */
function differ(one: Named | undefined, other: Named | undefined): boolean {
  const [a, b] = [one, other].map((named) => named?.names[0]?.split(' ')[0] ?? '');
  return (isWoman(a ?? '') && isMan(b ?? '')) || (isMan(a ?? '') && isWoman(b ?? ''));
}
