/** The numbers of an English text, in digits and in words. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';

const valueOfWord = new Map<string, number>([
  ...small.split(' ').map((word, index) => [word, index] as const),
  ...tens.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
  ...ordinals.split(' ').map((word, index) => [word, index + 1] as const),
]);
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);
const parts = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['tenth', 10],
]);
/** Words that say a number without naming it. */
const others = new Map([
  ['freeze', 0],
  ['freezes', 0],
  ['frozen', 0],
  ['nil', 0],
  ['dozen', 12],
  ['double', 2],
  ['both', 2],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

/**
 * The numbers that a text says: `$900 million`, `22,000`, `six`, `twenty-five`, `nearly a billion`, `two-thirds`.
 * A fraction stands for itself; so do the numbers that it is made of, since no one reading of a text is the right one.
 */
export function numbersIn(text: string): number[] {
  const words = text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? [];
  const numbers: number[] = [];
  let sum: number | undefined;
  let run: number | undefined;
  const finish = () => {
    if (run !== undefined || sum !== undefined) numbers.push((sum ?? 0) + (run ?? 0));
    sum = undefined;
    run = undefined;
  };
  for (const [index, word] of words.entries()) {
    const digits = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : undefined;
    const named = digits ?? valueOfWord.get(word);
    const scale = scales.get(word);
    const part = parts.get(word.replace(/s$/, ''));
    const before = words[index - 1] ?? '';
    if (part !== undefined && (run !== undefined || before === 'a' || word === 'half')) {
      numbers.push((run ?? 1) / part);
    }
    if (scale !== undefined && (run !== undefined || sum !== undefined || before === 'a')) {
      if (scale === 100) run = (run ?? 1) * 100;
      else {
        sum = (sum ?? 0) + (run ?? 1) * scale;
        run = undefined;
      }
    } else if (named !== undefined && digits === undefined && run !== undefined && continues(run, named)) {
      run += named;
    } else if (named !== undefined) {
      finish();
      run = named;
    } else if (word !== 'and' || run === undefined) {
      finish();
    }
    const other = others.get(word);
    if (other !== undefined) numbers.push(other);
  }
  finish();
  return numbers;
}

/** Twenty goes on with five, and a hundred with twenty; two does not go on with three. */
const continues = (run: number, next: number): boolean =>
  (run % 100 === 0 && run > 0 && next < 100) || (run % 10 === 0 && run % 100 >= 20 && next > 0 && next < 10);

/** True if one of the texts says the number; of a percentage, also as a fraction. */
export function saysNumber(texts: readonly string[], value: number): boolean {
  const said = texts.flatMap(numbersIn);
  return said.some((number) => close(number, value) || (number < 1 && number > 0 && close(number * 100, value)));
}

/** As far as four decimals go, which is what is kept. */
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-4;

/** In French those that are not written as in English; a name or a text in either language may have them. */
const french = new Map(
  Object.entries({
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
  }),
);
/** Words that count nothing by themselves: `one of them`, `at first`. */
const countsNothing = /^(?:one|first|second|zero)$/i;
/** Words that say a number, where a text of ours has them. */
const saysOne = /^(?:dozen|half|twice|thrice)$/i;
/** What is counted, where even `one` is a number. */
const counted = /^(?:per|percent|years?|months?|weeks?|days?|hours?|million|billion|people|workers|employees)$/i;

/** The numbers of a text of ours, each with the words that say it; not where a word only looks like one. */
export function countedIn(text: string): { readonly word: string; readonly number: number }[] {
  const words = text.match(/\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion))?|\p{L}+/gu) ?? [];
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? '';
    const scaled = valueOfWord.has(word.toLowerCase()) && scales.has(next.toLowerCase()) ? `${word} ${next}` : word;
    if (countsNothing.test(word) && !counted.test(next)) return [];
    const inFrench = french.get(word.toLowerCase());
    if (inFrench !== undefined) return [{ word, number: inFrench }];
    // `a billion`, and no more of `900 million` than that.
    const before = words[index - 1] ?? '';
    const scale = /^an?$/i.test(before) ? scales.get(word.toLowerCase()) : undefined;
    if (scale !== undefined) return [{ word: `${before} ${word}`, number: scale }];
    const isNumber = /^\d/.test(word) || valueOfWord.has(word.toLowerCase()) || saysOne.test(word);
    const [number] = isNumber ? numbersIn(scaled) : [];
    return number === undefined ? [] : [{ word: scaled, number }];
  });
}
