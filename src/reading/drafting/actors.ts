/** People and organizations: new ones as records, known ones with the article as new evidence. */
import type { PassageRole } from '../../generated/prisma/enums.ts';
import { blank, isBlank } from '../../records/blanks.ts';
import { holdsCue } from '../../records/cues.ts';
import { type Kind, kindDefinition } from '../../registry/index.ts';
import { words } from '../../registry/words/en.ts';
import type { Plain } from '../knowledge.ts';
import type { Named } from '../types.ts';
import type { Drafts } from './drafts.ts';
import type { Piece } from './pieces.ts';
import { capitalised, withArticle } from './slug.ts';

/** So many paragraphs that name it are evidence that something is there. */
const mostEvidence = 3;

/** Drafts whoever the article names. */
export function draftActors(drafts: Drafts): void {
  for (const named of drafts.text.reading.entities) {
    const pieces = namingPieces(drafts, named);
    if (pieces.length === 0) continue;
    if (named.known) drafts.support(named.key, pieces, named.rule);
    else if (!drafts.has(named.key)) draftNew(drafts, named, pieces);
  }
}

/** The issues that paragraphs of the body tell of. */
export function draftIssues(drafts: Drafts): void {
  for (const { number, role } of drafts.text.paragraphs) {
    if (role !== 'BODY' && role !== 'CAPTION') continue;
    for (const { id, cue } of drafts.text.issuesIn(number))
      drafts.support(id, [{ p: number, cues: [cue] }], 'an issue of the graph is named');
  }
}

/** Whether it gets a record: it is named in the story, or what it is named after is. */
export function isDrafted(drafts: Drafts, named: Named): boolean {
  if (named.names.some(isBlank)) return false;
  return drafted.includes(named.kind) && isInStory(drafts, named) && namingPieces(drafts, named).length > 0;
}

/** Whether an organization has a name and a record, of the graph or of the article; "the government" alone has none. */
export function isNamed(drafts: Drafts, of: string): boolean {
  const named = drafts.text.named(of);
  return drafts.isKnown(of) || (named?.names.some((name) => /\p{Lu}/u.test(name)) === true && isDrafted(drafts, named));
}

/** The paragraphs that first give its names, each name once; else those that tell of it without its name. */
function namingPieces(drafts: Drafts, named: Named): Piece[] {
  const pieces = properPieces(drafts, named);
  return pieces.length > 0 ? pieces : commonPieces(drafts, named);
}

/** "The government" in a text that names the province: its name follows from both. */
function commonPieces({ text }: Drafts, { key, names }: Named): Piece[] {
  const place = names.flatMap((name) => / of (?:the )?(\p{Lu}.*)$/u.exec(name)?.[1] ?? [])[0];
  const naming = text.paragraphs.find(({ text: words }) => place !== undefined && holdsCue(words, place))?.number;
  const told = text.reading.mentions.find(({ entity, p }) => entity === key && text.cueOf(key, p) !== undefined);
  const cue = told === undefined ? undefined : text.cueOf(key, told.p);
  if (place === undefined || naming === undefined || told === undefined || cue === undefined) return [];
  const rule = `it is that of ${place}, of which paragraph ${naming} tells`;
  return [
    { p: told.p, cues: [cue], rule },
    { p: naming, cues: [place] },
  ];
}

function properPieces({ text }: Drafts, { key }: Named): Piece[] {
  const pieces = new Map<number, Piece>();
  const seen = new Set<string>();
  for (const mention of text.reading.mentions) {
    if (mention.entity !== key || !mention.proper || seen.has(mention.text)) continue;
    seen.add(mention.text);
    const piece = pieces.get(mention.p);
    pieces.set(mention.p, { p: mention.p, cues: [...(piece?.cues ?? []), mention.text] });
  }
  return [...pieces.values()].slice(0, mostEvidence);
}

/** Kinds of which a name in the text is enough for a record. */
const drafted: readonly Kind[] = [
  ...(['PERSON', 'UNION', 'GOVERNMENT', 'PUBLIC_BODY', 'POLITICAL_PARTY', 'COURT', 'NEWS_OUTLET'] as const),
  ...(['JURISDICTION', 'LEGISLATION', 'OCCUPATIONAL_GROUP'] as const),
];

function draftNew(drafts: Drafts, named: Named, evidence: readonly Piece[]): void {
  const { key, kind, candidates, rule } = named;
  if (!isDrafted(drafts, named)) return;
  const type = typeOf(kind, named.names);
  const fields: Plain = {
    ...(type === undefined ? {} : { type }),
    names: { en: namesOf(named) },
    summary: summaryOf(drafts, named),
    ...(kind === 'JURISDICTION' ? { code: blank('its code of ISO 3166, such as CA or CA-AB') } : {}),
  };
  drafts.add({ id: key, kind, fields, evidence, file: 'actors', rule, candidates });
}

/** The fullest name is shown; of the others, surnames and common nouns are none of their own. */
function namesOf({ kind, names }: Named): Plain {
  const [preferred = '', ...others] = names;
  const proper = others.filter((name) => /^\p{Lu}/u.test(name) && name !== preferred);
  const acronym = proper.filter((name) => /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(name));
  const alias = kind === 'PERSON' ? [] : proper.filter((name) => !acronym.includes(name));
  return {
    preferred,
    ...(acronym.length === 0 || kind === 'PERSON' ? {} : { acronym }),
    ...(alias.length === 0 ? {} : { alias }),
  };
}

function summaryOf(drafts: Drafts, { key, kind }: Named): string {
  const { text, relationships } = drafts;
  const office = relationships().find(({ type, subject }) => type === 'HOLDS' && subject === key);
  const held = text.reading.offices.find(({ person }) => person === key);
  if (office !== undefined && held !== undefined) {
    const time = held.former ? 'Had been' : 'Is';
    const own = relationships().some(
      ({ type, subject, object }) => type === 'OFFICE_OF' && subject === office.object && object === held.of,
    );
    const whose = own && isNamed(drafts, held.of) ? ` of ${text.shortName(held.of)}` : '';
    return `${time} ${held.acting ? 'acting ' : ''}${held.title.toLowerCase()}${whose}, as the article tells.`;
  }
  const what = words.kinds[kind]?.[0] ?? 'body';
  return `${capitalised(withArticle(what))} that the article names.`;
}

/** Who stands in a credit or in words of the site alone is no actor of the story; what has no name is nobody. */
function isInStory({ text }: Drafts, { key }: Named): boolean {
  return text.reading.mentions.some(({ entity, proper, p }) => {
    const role = text.paragraphs[p - 1]?.role;
    const isProper = proper || !text.reading.mentions.some((one) => one.entity === key && one.proper);
    return entity === key && isProper && role !== undefined && storied.has(role);
  });
}

const storied: ReadonlySet<PassageRole> = new Set(['HEADLINE', 'SUBHEADING', 'BODY']);

/** Types by the words of a name: [kind, words, type], the first that fits. */
const types: readonly (readonly [kind: Kind, words: RegExp, type: string])[] = [
  ['UNION', /\blocal\b/i, 'LOCAL'],
  ['UNION', /\bcomponent\b/i, 'COMPONENT'],
  ['UNION', /\b(?:canadian|of canada|national)\b/i, 'NATIONAL'],
  [
    'PUBLIC_BODY',
    /\b(?:legislature|legislative assembly|national assembly|parliament|house of commons|senate)\b/i,
    'LEGISLATURE',
  ],
  ['PUBLIC_BODY', /\b(?:ministry|department)\b/i, 'DEPARTMENT'],
  ['PUBLIC_BODY', /\b(?:board|commission|tribunal)\b/i, 'BOARD'],
  ['PUBLIC_BODY', /\bcabinet\b/i, 'CABINET'],
  ['PUBLIC_BODY', /\bagency\b/i, 'AGENCY'],
  ['GOVERNMENT', /\bfederal\b|\bof canada\b/i, 'FEDERAL'],
  ['NEWS_OUTLET', /\b(?:radio|television|broadcasting|tv)\b/i, 'BROADCASTER'],
  ['LEGISLATION', /\bbill\b/i, 'BILL'],
  ['LEGISLATION', /\bact\b/i, 'ACT'],
];

/** The type of something of a kind, where its name makes it plain. */
export function typeOf(kind: Kind, names: readonly string[]): string | undefined {
  // Common nouns by which it may go tell nothing of it.
  const proper = names.filter((name) => /\p{Lu}/u.test(name));
  const own = proper.length > 0 ? proper : names;
  const found = types.find(([of, words]) => of === kind && own.some((name) => words.test(name)))?.[2];
  return found !== undefined && found in (kindDefinition(kind).types ?? {}) ? found : undefined;
}
