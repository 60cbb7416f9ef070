/** What mediators, conciliators and arbitrators do whom the article names: known by who they are, where no word says it. */
import type { Article, EventFound, Mention, Paragraph, Span } from '../types.ts';
import type { Cast } from './cast.ts';
import { partiesOf } from './parties.ts';

const typeOfStem: Readonly<Record<string, string>> = {
  mediat: 'MEDIATION',
  concilia: 'CONCILIATION',
  arbitrat: 'ARBITRATION',
};

/** Before somebody whom the paragraph before named. */
const withThem = /\b(?:before|with|through|under) (?:him|her)\b/;

/** Talks with whom the article calls a mediator or a conciliator are mediation or conciliation, too. */
export function talksWithHelpers(events: readonly EventFound[], { paragraphs }: Article, cast: Cast): EventFound[] {
  return events.flatMap((event) => {
    const paragraph = paragraphs.find(({ number }) => number === event.p);
    if (event.type !== 'TALKS' || paragraph === undefined) return [];
    const earlier = paragraphs.filter(({ number }) => number === event.p - 1 && withThem.test(paragraph.text));
    const present = new Set([...earlier, paragraph].flatMap((one) => cast.mentions(one).map(({ entity }) => entity)));
    return cast.helpers
      .filter(({ key, stem }) => present.has(key) && stem !== 'arbitrat')
      .flatMap(({ stem, key }) => {
        const type = typeOfStem[stem];
        const parties = [...new Set([key, ...event.parties])];
        return type === undefined ? [] : [{ ...event, type, parties, rule: 'talks-with-helper' }];
      });
  });
}

const beforeName =
  /\b(?:before|appointed|named|chose|called in|brought in|sent in|(?:decision|award|ruling|report|recommendations?|proposal)(?:,? (?:by|from|of))) (?:m[rsx]{1,2}s?\.? )?$/i;
const afterName =
  /^(?:['’]s (?:\w+ )?(?:decision|award|ruling|report|recommendations?|proposals?|settlement)\b|,? (?:(?:was|were|is|has|had|been|later|then|also|to be) ){0,3}(?:named|appointed|called in|brought in|chosen|assigned|awarded|ruled|recommended|rejected|granted|gave (?:the|both|neither))\b)/i;
const decided = /\b(?:the|this|that|\w+day['’]s) (?:\w+ )?(?:decision|ruling)\b(?! (?:to|of) )/i;

/**
 * Where a helper whom the article names is named, appointed or decides, and where "the decision" can only be an
 * arbitrator's: no court decides in the article.
 */
export function helpersAtWork(events: readonly EventFound[], { paragraphs }: Article, cast: Cast): EventFound[] {
  if (cast.helpers.length === 0) return [];
  const arbitrated = cast.helpers.some(({ stem }) => stem === 'arbitrat');
  const judged = events.some(({ type }) => type === 'COURT_RULING');
  return paragraphs
    .filter(({ role }) => role !== 'BOILERPLATE' && role !== 'DATELINE')
    .flatMap((paragraph) => {
      const named = cast.mentions(paragraph).flatMap((mention) => {
        const helper = cast.helpers.find(({ key }) => key === mention.entity);
        const type = typeOfStem[helper?.stem ?? ''];
        return type !== undefined && isAtWork(paragraph, mention)
          ? eventOf(cast, paragraph, mention, type, 'helper-at-work')
          : [];
      });
      const found = arbitrated && !judged ? decided.exec(paragraph.text) : null;
      if (found === null) return named;
      const place = { start: found.index, end: found.index + found[0].length };
      return [...named, ...eventOf(cast, paragraph, place, 'ARBITRATION', 'decision-of-arbitrator')];
    });
}

function isAtWork({ text }: Paragraph, { start, end, proper }: Mention): boolean {
  return (
    proper && (beforeName.test(text.slice(Math.max(0, start - 45), start)) || afterName.test(text.slice(end, end + 60)))
  );
}

function eventOf(cast: Cast, paragraph: Paragraph, { start, end }: Span, type: string, rule: string): EventFound[] {
  const sentence = paragraph.sentences.find((one) => one.start <= start && start < one.end);
  if (sentence === undefined) return [];
  const stem = Object.entries(typeOfStem).find(([, one]) => one === type)?.[0] ?? '';
  const parties = partiesOf(cast, 'HELPED', paragraph, sentence, { start, end }, stem);
  return [{ p: paragraph.number, start, end, type, parties, status: 'OCCURRED', date: undefined, rule }];
}
