/** Common nouns and pronouns that stand for somebody the article names: "the union", "the company", "she". */
import { groupBy } from '../groupBy.ts';
import type { Article, Knowledge, Mention, Named, Paragraph } from '../types.ts';
import type { ReferenceRule } from './rules.ts';
import { bodyOf, byHead, personBefore, type Salience, salienceOf, unionMeant } from './salience.ts';

const nouns: readonly (readonly [ReferenceRule, string])[] = [
  ['reference: union', 'unions?|union locals?|bargaining agents?|union side|union local|local'],
  ['reference: government', 'governments?|province|feds|administration|state|provincial side|government side'],
  [
    'reference: employer',
    'employers?|company|operators?|corporation|railway|railroad|airline|manufacturer|carrier|retailer|chain|firm|owner|management|mill|utility|' +
      'producer|employer group|port authority|terminal|studio|publisher|contractor|city|town|municipality|university|college|hospital|' +
      'library|school board|school division|school district|health authority|division|district|county|transit agency|employer side|bank|brewery|refinery|mine|smelter|plant',
  ],
  [
    'reference: by its head',
    'federation|alliance|association|league|guild|brotherhood|institute|syndicate|congress|society|council|coalition|ministry|' +
      'department|board|agency|authority|commission|trust|network|tribunal|court|service|secretariat|party|institution|group|cabinet',
  ],
  [
    'reference: members',
    '(?:(?:its|the|their|our|union|unionized|striking|locked-out|his|her|\\d[\\d,]*) )?(?:members|workers|employees|nurses|teachers|drivers|paramedics|strikers|' +
      'faculty|professors|staff|crews|dockers|educators|instructors|guards|firefighters|machinists|miners|public servants|civil servants|membership)',
  ],
  ['reference: both sides', '(?:both|the two|two|the) (?:sides|parties)|each side|either side|neither side'],
];

const determiner = "(?:(?:the|its|their|that|this|his|her|our|new|a|an|each|\\p{L}[\\p{L}'’-]{0,40}['’]s?)\\s+)";
const between =
  "(?:(?!(?:of|and|or|to|that|is|was|has|had|in|for|with|by|the|a|an|on|at|as|from|which|who|its|their|his|her|are|were|remain|remained|stay|stayed)\\b)[\\p{L}][\\p{L}'’-]*\\s+){0,3}?";
const patterns = nouns.map(([rule, words]) => ({
  rule,
  pattern:
    rule === 'reference: members' || rule === 'reference: both sides'
      ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, 'giu')
      : new RegExp(`(?<![\\p{L}\\p{N}-])${determiner}${between}(?<noun>${words})(?![\\p{L}\\p{N}-])`, 'giu'),
}));
/** In a headline nouns stand without an article, and speak: "Offer is thin: union", "Province tables bill". */
const bare =
  /(?<![\p{L}\p{N}'’-])(?<noun>unions?|province|government|company|employer|operator|city|university|hospital|management|airline|railway|nurses|teachers|workers)(?![\p{L}\p{N}-])/giu;
/** And these, where the headline lets them speak: "Wage law is void, court says". */
const bareBody =
  /(?<![\p{L}\p{N}'’-])(?<noun>court|tribunal|board|ministry|department|commission|league|federation|association|council|panel|agency|authority)(?= (?:says?|said|rules?|ruled|finds?|found|warns?|warned|decides?|decided|orders?|told|tells?|argues?|insists?|claims?|confirms?|admits?|denies|concludes?)\b|$)/giu;
const pronoun = /(?<![\p{L}\p{N}'’-])(?:he|she)(?![\p{L}\p{N}-])/giu;
const it =
  /(?<![\p{L}\p{N}'’-])it(?= (?:also |has |had |later |then )?(?:said|says|added|adds|wrote|writes|argues|argued|contends|contended|confirms|confirmed|insists|insisted|maintains|maintained|claims|claimed|warned|warns|announced|told|found|noted|called|described|accused|promised|denied|denies)\b)/giu;

/** Finds what stands for a name, and whose it is: mentions that are not proper. */
export function findReferences(
  article: Article,
  entities: readonly Named[],
  proper: readonly Mention[],
  knowledge: Knowledge,
): Mention[] {
  const salience = salienceOf(article, entities, proper, knowledge);
  const byParagraph = groupBy(proper, ({ p }) => p);
  return article.paragraphs.flatMap((paragraph) =>
    referencesIn(paragraph, byParagraph.get(paragraph.number) ?? [], salience),
  );
}

/** The references of a paragraph. Of two in one place the first that was found stays. */
function referencesIn(paragraph: Paragraph, names: readonly Mention[], salience: Salience): Mention[] {
  const { number: p, text, role } = paragraph;
  const found: Mention[] = [];
  const take = (start: number, words: string, entity: string | undefined, rule: ReferenceRule): void => {
    const end = start + words.length;
    const isTaken = ({ start: from, end: to, rule: other }: Mention) =>
      from < end && start < to && !(rule === 'reference: both sides' && other === rule);
    if (entity === undefined || found.some(isTaken) || names.some((name) => name.start < end && end - 1 < name.end))
      return;
    found.push({ p, start, end, text: words, entity, proper: false, rule });
  };
  for (const { rule, pattern } of patterns)
    for (const match of text.matchAll(pattern)) {
      const noun = (match.groups?.['noun'] ?? match[0]).toLowerCase();
      const end = match.index + match[0].length;
      const follows = takesName.has(rule) ? undefined : nameAfter(text, end, names, salience);
      const meant = follows === undefined ? resolve(rule, noun, p, end - noun.length, salience) : [follows];
      for (const entity of meant) take(match.index, match[0], entity, rule);
    }
  if (role !== 'BODY')
    for (const { 0: noun, index } of text.matchAll(bare)) {
      const rule = ruleOfBare(noun.toLowerCase());
      for (const entity of resolve(rule, noun.toLowerCase(), p, index, salience)) take(index, noun, entity, rule);
    }
  if (role !== 'BODY')
    for (const { 0: noun, index } of text.matchAll(bareBody))
      for (const entity of resolve('reference: by its head', noun.toLowerCase(), p, index, salience))
        take(index, noun, entity, 'reference: by its head');
  for (const { 0: word, index } of text.matchAll(pronoun))
    take(index, word, personBefore(p, index, word.toLowerCase(), salience), 'reference: pronoun');
  for (const { 0: word, index } of text.matchAll(it))
    take(index, word, bodyOf(p, index, salience, found), 'reference: pronoun');
  return found;
}

/** Rules of many: no single name follows. */
const takesName = new Set<ReferenceRule>(['reference: members', 'reference: both sides']);

/** "their union, Tide,": the name that follows is meant. */
const nameAfter = (text: string, end: number, names: readonly Mention[], { kindOf }: Salience): string | undefined =>
  names.find(
    ({ start, entity }) =>
      start > end && /^, (?:the )?$/.test(text.slice(end, start)) && kindOf.get(entity)?.kind !== 'PERSON',
  )?.entity;

function ruleOfBare(noun: string): ReferenceRule {
  if (/^(?:union|nurses|teachers|workers)/.test(noun)) return 'reference: union';
  return /^(?:province|government)/.test(noun) ? 'reference: government' : 'reference: employer';
}

function resolve(rule: ReferenceRule, noun: string, p: number, at: number, context: Salience): readonly string[] {
  const { union, employer, government } = context;
  switch (rule) {
    case 'reference: union':
    case 'reference: members': {
      return [unionMeant(p, at, context) ?? 'unnamed-union'];
    }
    case 'reference: government':
      return noun === 'state' || noun === 'administration' ? [] : [government];
    case 'reference: employer':
      return [
        byHead(noun, p, at, context) ??
          (employerLike.test(noun) ? (employer ?? 'unnamed-employer') : undefined) ??
          employer ??
          'unnamed-employer',
      ];
    case 'reference: by its head': {
      const key = byHead(noun, p, at, context);
      return key === undefined ? [] : [key];
    }
    case 'reference: both sides':
      return [union, employer ?? government].filter((key) => key !== undefined);
    case 'reference: pronoun':
      return [];
  }
}

const employerLike = /^(?:employer|company|corporation|management|firm|owner)/;
