/** The courts, tribunals and labour boards of an article, and their judges. */
import type { Kind } from '../../registry/index.ts';
import type { Article, Mention } from '../types.ts';

const judgeBefore =
  /\b(?:justice|judge|adjudicator|chief justice|m[rs]s? justice|lord|lady|vice-chair|arbitrator),? $/i;
const judgeAfter = /^,? (?:a|the|who is a)? ?(?:\w+ ){0,3}(?:judge|justice)\b/i;
const otherBoard = /\b(?:treasury|school|hospital|health|ferry|transit|police|library)\b/i;
const court =
  /\b(?:court|tribunal|labou?r (?:relations )?board|relations board|employment (?:relations )?board|fair work)\b/i;

/** The court that the article names first, with the judges that it names; nobody where it names neither. */
export function courtsOf(
  article: Article,
  byParagraph: ReadonlyMap<number, readonly Mention[]>,
  kindOf: (key: string) => Kind | undefined,
): string[] {
  const isCourt = (key: string): boolean =>
    kindOf(key) === 'COURT' || (kindOf(key) === 'PUBLIC_BODY' && court.test(key.replaceAll('-', ' ')));
  const inOrder = article.paragraphs.flatMap(({ number }) =>
    (byParagraph.get(number) ?? []).map(({ entity }) => entity),
  );
  const courts = inOrder.filter((key) => isCourt(key) && !otherBoard.test(key)).slice(0, 1);
  const judges = article.paragraphs.flatMap(({ number, text }) =>
    (byParagraph.get(number) ?? [])
      .filter(
        ({ entity, start, end, proper }) =>
          proper &&
          kindOf(entity) === 'PERSON' &&
          (judgeBefore.test(text.slice(Math.max(0, start - 25), start)) || judgeAfter.test(text.slice(end, end + 40))),
      )
      .map(({ entity }) => entity),
  );
  return [...new Set([...courts, ...judges])];
}
