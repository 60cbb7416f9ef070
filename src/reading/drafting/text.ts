/** The article as drafting looks at it: who is named where, and by which words a paragraph can be found again. */
import { holdsCue } from '../../records/cues.ts';
import type { Kind } from '../../registry/index.ts';
import type { Knowledge, KnownEntity, Mention, Named, Paragraph, Place, Reading, Span } from '../types.ts';
import { issueNames, issuesIn } from './issues.ts';

/** No cue of events has more words: it is a name or a figure, and no sentence. */
const mostWords = 5;

export interface Text {
  readonly reading: Reading;
  readonly paragraphs: readonly Paragraph[];
  readonly published: string;
  /** The text of a paragraph by its number. */
  readonly paragraph: (p: number) => string | undefined;
  /** The sentence that a place stands in. */
  readonly sentence: (place: Place) => Span;
  readonly named: (key: string) => Named | undefined;
  readonly kindOf: (key: string) => Kind | undefined;
  /** How it is called in full, and in short. */
  readonly fullName: (key: string) => string;
  readonly shortName: (key: string) => string;
  /** How a paragraph names it, or what stands for it there ("the union"); no pronoun. */
  readonly cueOf: (key: string, p: number) => string | undefined;
  /** Whether a cue stands in a paragraph. */
  readonly holds: (p: number, cue: string) => boolean;
  /** The last paragraph up to this one that names it. */
  readonly namedBefore: (key: string, p: number) => number | undefined;
  /** Words of a place as a cue: whole words, and few. */
  readonly cueAt: (place: Place) => string | undefined;
  /** Any word by which a paragraph can be found again. */
  readonly anyCue: (p: number) => string | undefined;
  /** The issues that a stretch of a paragraph tells of, with the words that do. */
  readonly issuesIn: (p: number, span?: Span) => readonly { readonly id: string; readonly cue: string }[];
  readonly mentionsIn: (p: number, span?: Span) => readonly Mention[];
}

/** Whether the one lies in the other. */
export const within = (place: Span, span: Span | undefined): boolean =>
  span === undefined || (place.start >= span.start && place.start < span.end);

/** The same function, which works each answer out once. */
function remembered<Answer>(answer: (p: number, key: string) => Answer): (p: number, key: string) => Answer {
  const answers = new Map<string, { readonly value: Answer }>();
  return (p, key) => {
    const held = answers.get(`${p} ${key}`) ?? { value: answer(p, key) };
    answers.set(`${p} ${key}`, held);
    return held.value;
  };
}

/** Lays a reading out by paragraph. */
export function textOfReading(reading: Reading, knowledge: Knowledge): Text {
  const { paragraphs, published } = reading.article;
  const byNumber = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const mentions = new Map<number, Mention[]>();
  for (const mention of reading.mentions) mentions.set(mention.p, [...(mentions.get(mention.p) ?? []), mention]);
  const named = new Map(reading.entities.map((entity) => [entity.key, entity]));
  const known = new Map(knowledge.entities.map((entity) => [entity.id, entity]));
  const issues = issueNames(knowledge);
  const paragraph = (p: number) => byNumber.get(p)?.text;
  const mentionsIn = (p: number, span?: Span) => (mentions.get(p) ?? []).filter((mention) => within(mention, span));
  // The same is asked again and again, and to fold a long paragraph takes long.
  const holds = remembered((p: number, cue: string) => holdsCue(paragraph(p) ?? '', cue));
  const cueOf = remembered((p: number, key: string): string | undefined => {
    // Those whom a union speaks for are not the union.
    const own = mentionsIn(p).filter(({ entity, rule }) => entity === key && rule !== 'reference: members');
    const texts = [...own.filter(({ proper }) => proper), ...own.filter(({ proper }) => !proper)];
    return [...new Set(texts.map((mention) => mention.text))].find((cue) => !isPronoun(cue) && holds(p, cue));
  });
  const issuesBetween = remembered((p: number, span: string) => {
    const [start = 0, end = 0] = span.split(' ').map(Number);
    return issuesIn((paragraph(p) ?? '').slice(start, end === 0 ? undefined : end), issues);
  });
  return {
    ...{ reading, paragraphs, published, paragraph, mentionsIn, holds },
    cueOf: (key, p) => cueOf(p, key),
    named: (key) => named.get(key),
    sentence: ({ p, start }) => {
      const sentences = byNumber.get(p)?.sentences ?? [];
      return (
        sentences.find((one) => start >= one.start && start < one.end) ?? { start: 0, end: paragraph(p)?.length ?? 0 }
      );
    },
    kindOf: (key) => known.get(key)?.kind ?? named.get(key)?.kind,
    fullName: (key) => fullNameOf(known.get(key)) ?? named.get(key)?.names[0] ?? key,
    shortName: (key) => shortNameOf(known.get(key), named.get(key)) ?? key,
    namedBefore: (key, p) => {
      for (let n = p; n > 0; n -= 1) if (mentionsIn(n).some((one) => one.entity === key && one.proper)) return n;
      return undefined;
    },
    cueAt: (place) => cueAt(paragraph(place.p) ?? '', place),
    anyCue: (p) => anyCue(paragraph(p) ?? '', mentionsIn(p)),
    issuesIn: (p, span) => issuesBetween(p, `${span?.start ?? 0} ${span?.end ?? ''}`),
  };
}

export const isPronoun = (text: string): boolean =>
  /^(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|who|we|us|our|i|me|my|you|your)$/i.test(text);

const english = (entity: KnownEntity | undefined, type: string): string | undefined =>
  (
    entity?.names.find((name) => name.type === type && name.language === 'en') ??
    entity?.names.find((name) => name.type === type)
  )?.text;

const fullNameOf = (entity: KnownEntity | undefined) => english(entity, 'PREFERRED');

function shortNameOf(known: KnownEntity | undefined, named: Named | undefined): string | undefined {
  const names = [...(known?.names.map(({ text }) => text) ?? []), ...(named?.names ?? [])];
  const full = fullNameOf(known) ?? names[0];
  if ((known?.kind ?? named?.kind) === 'PERSON') return full?.split(' ').at(-1);
  return english(known, 'ACRONYM') ?? names.find((name) => /^\p{Lu}{2,}$/u.test(name)) ?? full;
}

function cueAt(text: string, { start, end }: Span): string | undefined {
  const begin = start - (/[\p{L}\p{N}]*$/u.exec(text.slice(0, start))?.[0].length ?? 0);
  const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? '';
  const words = text.slice(begin, end).concat(rest).trim().split(/\s+/).slice(0, mostWords);
  const cue = words.join(' ').replace(/^["'“”‘’(,;:.–—-]+|["'“”‘’),;:.–—-]+$/gu, '');
  return cue !== '' && holdsCue(text, cue) ? cue : undefined;
}

function anyCue(text: string, mentions: readonly Mention[]): string | undefined {
  const proper = mentions.find((one) => one.proper && holdsCue(text, one.text))?.text;
  if (proper !== undefined) return proper;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  return longest !== '' && holdsCue(text, longest) ? longest : undefined;
}
