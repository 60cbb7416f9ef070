/**
 * What a query asks for, read as a web search is (`"exact phrase"`, `or`, `-without`), with the synonyms of its words.
 * PostgreSQL reduces the words to their stems, in English and in French; here they are put together.
 */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { fold, longestExpression, synonymsOf } from './synonyms.ts';

/** A query for both languages, as text of PostgreSQL's type `tsquery`; null: it finds nothing. */
export interface Words {
  readonly english: string | null;
  readonly french: string | null;
}

export interface SearchQuery {
  /** What has all that is asked for, the last word perhaps not typed to its end. */
  readonly begun: Words;
  /** The same, or other words for it. */
  readonly begunOrAlike: Words;
  /** As `begunOrAlike`, all words whole. */
  readonly whole: Words;
  /** Anything that is to be marked in what was found. */
  readonly marked: Words;
  /** The words that a misspelt name must resemble, the longest first; none, where the query says more than words. */
  readonly spelled: readonly string[];
}

/** One thing that must, or must not, stand in a text. */
interface Term {
  readonly not: boolean;
  readonly phrase: boolean;
  /** What is asked for: words, in any order, or one phrase. */
  readonly texts: readonly string[];
  /** Other words for all of it. */
  readonly synonyms: readonly string[];
  /** A word that may be the beginning of one. */
  readonly beginning: string | null;
}

/** A query in its alternatives, each of which asks for all its terms. */
type Alternatives = readonly (readonly Term[])[];

/** Reads a query, in one statement. */
export async function readSearchQuery(
  read: Read,
  signal: AbortSignal | undefined,
  query: string,
): Promise<SearchQuery> {
  const alternatives = parse(query);
  const terms = alternatives.flat();
  const stems = await readStems(
    read,
    signal,
    terms.flatMap(({ texts, synonyms }) => [...texts, ...synonyms]),
  );
  const words = (how: (term: Term, language: Language) => string | null): Words => ({
    english: anyOf(alternatives.map((all) => allOf(all, (term) => how(term, 'english')))),
    french: anyOf(alternatives.map((all) => allOf(all, (term) => how(term, 'french')))),
  });
  const stem = (text: string, language: Language): string | null => stems.get(text)?.[language] ?? null;
  const asked = ({ texts }: Term, language: Language): string | null =>
    joinWith(
      '&',
      texts.map((text) => stem(text, language)),
    );
  const begun = ({ texts, beginning }: Term, language: Language): string | null =>
    joinWith(
      '&',
      texts.map((text, at) => {
        const found = stem(text, language);
        return found === null || at < texts.length - 1 ? found : anyOf([found, prefix(beginning)]);
      }),
    );
  const alike = ({ synonyms }: Term, language: Language): string | null =>
    anyOf(synonyms.map((text) => stem(text, language)));
  const marked = (language: Language): string | null =>
    anyOf(
      terms
        .filter(({ not }) => !not)
        .flatMap((term) => [
          ...[...term.texts, ...term.synonyms].flatMap((text) => [
            stem(text, language),
            stems.get(text)?.[language === 'english' ? 'englishAsWritten' : 'frenchAsWritten'] ?? null,
          ]),
          prefix(term.beginning),
        ]),
    );
  const simple = alternatives.length === 1 && terms.every(({ not, phrase }) => !not && !phrase);
  const spelled = terms.flatMap(({ texts }) => texts.flatMap((text) => stems.get(text)?.spellings ?? []));
  return {
    begun: words(begun),
    begunOrAlike: words((term, language) => anyOf([begun(term, language), alike(term, language)])),
    whole: words((term, language) => anyOf([asked(term, language), alike(term, language)])),
    marked: { english: marked('english'), french: marked('french') },
    spelled: simple ? spelled.sort((a, b) => b.length - a.length).slice(0, mostSpelled) : [],
  };
}

/** More words than a name has need not be compared with it. */
const mostSpelled = 8;

/** A term that says nothing asks for nothing; what is only to be left out finds nothing. */
function allOf(terms: readonly Term[], how: (term: Term) => string | null): string | null {
  const wanted = joinWith('&', terms.filter(({ not }) => !not).map(how));
  const unwanted = terms.flatMap((term) => (term.not ? [how(term)] : [])).filter((one) => one !== null);
  return wanted === null ? null : [wanted, ...unwanted.map((one) => `!${one}`)].join(' & ');
}

const anyOf = (some: readonly (string | null)[]): string | null => joinWith('|', some);

function joinWith(sign: '&' | '|', some: readonly (string | null)[]): string | null {
  const said = some.filter((one) => one !== null);
  return said.length === 0 ? null : `(${said.join(` ${sign} `)})`;
}

/** A beginning has letters and digits alone. */
const prefix = (beginning: string | null): string | null => (beginning === null ? null : `'${beginning}':*`);

type Language = 'english' | 'french';

interface Stems extends Words {
  /** As it is written, for marking: `C-59`, which is looked for as `C59`. */
  readonly englishAsWritten: string | null;
  readonly frenchAsWritten: string | null;
  readonly spellings: readonly string[];
}

/** The stems of texts. What means nothing in one of the languages, as `the` and `les`, is not asked for in the other. */
async function readStems(
  read: Read,
  signal: AbortSignal | undefined,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Stems>> {
  const statement = Prisma.sql`
    SELECT text, english::text, french::text, spellings,
      nullif(phraseto_tsquery('labour', written)::text, '') AS "englishAsWritten",
      nullif(phraseto_tsquery('labour_french', written)::text, '') AS "frenchAsWritten"
    FROM unnest(${[...new Set(texts)]}::text[]) AS text
    CROSS JOIN LATERAL (
      SELECT phraseto_tsquery('labour', plain(text)) AS english, phraseto_tsquery('labour_french', plain(text)) AS french,
        regexp_replace(text, '(^|[^[:alnum:]])([[:alpha:]])(?=[[:digit:]])', '\\1\\2-', 'g') AS written,
        regexp_split_to_array(trim(regexp_replace(spelling(text), '[^[:alnum:]]+', ' ', 'g')), ' ') AS all_spellings
    ) AS stem
    CROSS JOIN LATERAL (
      SELECT array_agg(one) AS spellings FROM unnest(all_spellings) AS one WHERE length(one) > 2
    ) AS spelling
    WHERE numnode(english) > 0 AND numnode(french) > 0`;
  const rows = await read<Stems & { text: string }>(statement, signal);
  return new Map(rows.map((row) => [row.text, row]));
}

interface Token {
  readonly not: boolean;
  readonly phrase: boolean;
  readonly text: string;
}

/** Phrases in quotation marks, numbers (`22 000` is one) and words, each perhaps with a minus before it. */
const token =
  /(?<not>(?<!\S)-)?(?:"(?<phrase>[^"]*)"?|(?<number>\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?!\d))|(?<word>[^\s"]+))/gu;
/** A law's letter apart from its number: C 59 is C-59. A word of one letter is none: `a 6 per cent raise`, `y`, `à`. */
const numberedLaw = /(?<![\p{L}\p{N}'’-])([b-hj-xz]) (?=\d)/giu;
/** What French puts before a vowel: l'employeur is an employeur. */
const elision = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/iu;

/** Reads the signs of a query: `or` divides it into alternatives. */
function parse(query: string): Alternatives {
  const alternatives: Token[][] = [];
  let current: Token[] = [];
  for (const { groups = {} } of query
    .replaceAll('%', ' % ')
    .replaceAll('$', ' ')
    .replace(numberedLaw, '$1-')
    .matchAll(token)) {
    const { not, phrase, number, word } = groups;
    const text = phrase ?? number ?? word?.replace(elision, '') ?? '';
    if (word?.toLowerCase() === 'or' && not === undefined) {
      alternatives.push(current);
      current = [];
    } else if (/[\p{L}\p{N}%]/u.test(text)) {
      current.push({ not: not !== undefined, phrase: phrase !== undefined, text });
    }
  }
  alternatives.push(current);
  return alternatives.filter((tokens) => tokens.length > 0).map((tokens) => toTerms(tokens, tokens === current));
}

/** Takes words together that are an expression with synonyms, the longest first. */
function toTerms(tokens: readonly Token[], last: boolean): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length; ) {
    const plain = tokens.slice(at, at + longestExpression);
    const until = plain.findIndex(({ not, phrase }) => not || phrase);
    const texts = (until < 0 ? plain : plain.slice(0, until)).map(({ text }) => text);
    while (texts.length > 1 && synonymsOf(texts.join(' ')).length === 0) texts.pop();
    at += Math.max(texts.length, 1);
    const { not, phrase, text } = tokens[at - 1] as Token;
    const literal = not || phrase;
    terms.push({
      not,
      phrase,
      texts: literal ? [text] : texts,
      synonyms: literal ? [] : synonymsOf(texts.join(' ')),
      beginning: last && !literal && at === tokens.length && /^[\p{L}\p{N}]{3,}$/u.test(text) ? fold(text) : null,
    });
  }
  return terms;
}
