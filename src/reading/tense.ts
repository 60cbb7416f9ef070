/** Whether a sentence tells of what was or of what is due, at one of its words. */
import type { Span } from './types.ts';

/** OPEN: what had been planned, which may have come or not. */
export type Tense = 'PAST' | 'FUTURE' | 'OPEN';

const adverb = '(?:not|also|then|now|only|still|never|soon|likely|be|have|[a-z]{1,12}ly)';

/**
 * The words by which a tense is known, the fullest first: what one has read, the next does not read again. So
 * "will be presented" is no past, and "were expected to begin" is neither past nor future.
 */
const cues: readonly { readonly tense: Tense | undefined; readonly words: string }[] = [
  // Participles that only describe: "the proposed deal".
  { tense: undefined, words: '(?:the|an?|its|their|his|her|this|that|any|no|new|of) (?:[a-z]{2,14}-)?[a-z]{2,14}ed' },
  {
    tense: 'PAST',
    words: "(?:could|would|did)(?: not|n[’']t)(?: be)? [a-z]+|(?:declined|refused|failed|unable) to(?: be)? [a-z]+",
  },
  { tense: 'FUTURE', words: '(?:gave|given|giving|have|has|had) (?:[a-z]+ ){0,4}until' },
  {
    tense: 'FUTURE',
    words: '(?:has|have) (?:been (?:scheduled|expected|set|slated|called|booked) (?:for|to)|the|an?|another|until)',
  },
  {
    tense: 'OPEN',
    words:
      `(?:was|were|had been|been)(?: (?:[a-z]{1,12}ly|to))?(?: (?:scheduled|expected|supposed|due|set|slated|planned|meant|to))` +
      '(?: to)?(?: [a-z]+)?',
  },
  {
    tense: 'FUTURE',
    words:
      `(?:will|won[’']t|shall|would|could|can|may|might|must|should|cannot)(?: ${adverb}){0,3}(?: [a-z]+)?|` +
      `[’'](?:ll|d)(?: ${adverb}){0,3} [a-z]+|(?:has|have) to(?: be)? [a-z]+|needs? to(?: be)? [a-z]+`,
  },
  {
    tense: 'FUTURE',
    words:
      '(?:going|about|set|ready|poised|hop(?:e|es|ing)|plan(?:s|ning)?|prepar(?:es?|ing)|want(?:s|ing)?|intend(?:s|ing)?|aim(?:s|ing)?|' +
      'expect(?:s|ed|ing)?|scheduled|slated|due|is|are|am|supposed|call(?:s|ed|ing)? (?:on|for) [a-z]+|vow(?:s|ed|ing)?|threaten(?:s|ed|ing)?|promis(?:es?|ed|ing)|' +
      'agree(?:s|d)?|pledg(?:es?|ed)|order(?:s|ed)?|until|deadline) to(?! on| in| at)(?: be)? [a-z]+',
  },
  {
    tense: 'FUTURE',
    words:
      'to (?:be [a-z]+|begin|start|resume|meet|return|hold|take|expire|end|walk|strike|reopen|appear|extend|continue|go|decide|' +
      'release|issue|present|hear|respond|launch|open|close|sit|reach|come|report|cast|vote|march|rally|picket|join|lock)',
  },
  {
    tense: 'FUTURE',
    words:
      '(?:scheduled|slated|set|planned|due|booked|expected|planning)(?: to take place)? (?:for|on|in|by)|upcoming|looming|' +
      'deadline(?: of)?|(?:is|are) (?:[a-z]+ly )?(?:not )?(?:due|scheduled|planned|expected|slated|set|coming)|ahead of|as early as|as soon as|no later than|' +
      '(?:starting|beginning|effective|unless|pending|plans?|promises?)|ask me|see you|join us|(?:that|which|who) (?:begin|start|end|expire|open|run|go)',
  },
  {
    tense: 'PAST',
    words: '(?:had|has|have|was|were|been)(?: (?:not|n’t|also|been|since|already|only|[a-z]{1,12}ly)){0,3}(?: [a-z]+)?',
  },
  // What stands in the timetable, as present tense.
  {
    tense: 'FUTURE',
    words:
      '(?:begins|starts|continues|closes|lapses|adjourns|concludes|launches|holds|enters|marks|looms|resumes|meets|expires|opens|returns|reconvenes|kicks off|gets under ?way|takes effect|comes into|goes before|(?:start|begin|launch) an?|walk off|walk out|hit the picket|go on strike|' +
      'runs out|wraps up|kick off|get under ?way|take effect|resume|expire|reconvene)|' +
      '(?<=[a-z]s |we |they )(?:begin|start|meet|vote|strike|walk|rally|gather|return|march|end|go)|' +
      "(?:is|are|isn[’']t|aren[’']t|gets?)(?: not)? [a-z]+ed",
  },
  {
    tense: 'PAST',
    words:
      'said|told|wrote|met|began|went|took|held|walked|left|came|made|rose|fell|ran|saw|won|lost|found|got|gave|broke|sent|spent|' +
      'sat|struck|stood|sought|brought|kept|paid|drew|shut|hit|did|put|led|thought|fought|knew|grew|became|heard|bought|sold|' +
      'built|laid|means|follows|comes (?:after|as|amid|just)|ago|earlier|since|[a-z]{2,16}(?<!ne|inde|hundr|exce|succe|proce|fe|spe)ed',
  },
  // In French.
  { tense: 'OPEN', words: '(?:devait|devaient|était prévue?|étaient prévue?s)(?: [a-zéè]+)?' },
  {
    tense: 'FUTURE',
    words:
      "(?:doit|doivent|va|vont|prévue?s?(?: pour)?|d[’']ici|jusqu[’'](?:au|en|à)|dès|à compter d[ue]|à partir d[ue]|" +
      '(?:ser|aur|fer|ir|pourr|devr|faudr|viendr|tiendr|prendr|reprendr|verr)(?:a|ont)|[a-zéèêç]{2,14}(?:era|eront|ira|iront))',
  },
  {
    tense: 'PAST',
    words:
      "(?:(?:a|ont|est|sont|avait|avaient|était|étaient|[ns]’(?:a|est|ont)|[ns]'(?:a|est|ont)) (?:[a-zé]{2,12} )?[a-zàâçèéêîôû]{1,14}(?:é|i|u|is|it|ée|és|ées)|depuis|" +
      'était|étaient|dit)',
  },
];

const anyCue = new RegExp(
  `(?<![\\p{L}\\d])(?:${cues.map(({ words }, index) => `(?<cue${index}>${words})`).join('|')})(?![\\p{L}\\d])`,
  'gu',
);
/** "'ll" and "'d" stand in the middle of a word. */
const contraction = /(\p{L})([’'](?:ll|d)\b)/gu;

/** How far round an expression is looked for its verb. */
const reach = 160;

/** Words that may stand between a preposition and its date. */
const before =
  /(?:^|[\s(“"«—–])(by|until|till|since|depuis|ahead of|before|d[’']ici|jusqu[’']|starting|beginning|effective|as of|from)(?:[ -](?:the|le|la|au|à|about|late|early|mid|mi|fin|on|midnight|noon|[a-z]{3,9} of|\d\d?(?::\d\d)? [ap]\.?m\.?(?: on)?)){0,3}[ -]?$/iu;
/** What a clause begins with, if it does with a date: then its verb comes after. */
const clause =
  /(?:^|[;:—–]\s*|[,\s](?:and|but|that|if|when|while|because|where|so|mais|et|que)\s+)["“'‘«(\s]*(?:on|in|by|le|en|at midnight|early|late|\s){0,3}$/iu;

/** The tense of what a sentence tells at a place of it; undefined: no word there says so. */
export function tenseAt(text: string, sentence: Span, place: Span): Tense | undefined {
  const left = plain(text.slice(Math.max(sentence.start, place.start - reach), place.start));
  const right = plain(text.slice(place.end, Math.min(sentence.end, place.end + reach)));
  const preposition = before.exec(left)?.[1]?.toLowerCase();
  if (preposition === 'since' || preposition === 'depuis') return 'PAST';
  const verbBefore = lastCue(left);
  const verb = clause.test(left) ? (firstCue(right) ?? verbBefore) : (verbBefore ?? firstCue(right));
  if (
    preposition !== undefined &&
    /^(?:by|until|till|d.ici|jusqu.|ahead of|starting|beginning|effective|from)$/.test(preposition)
  ) {
    return verb === 'PAST' ? 'OPEN' : 'FUTURE';
  }
  return verb;
}

/** A sentence may begin with a verb: "Will talks resume Monday?" */
const plain = (text: string): string =>
  text.replace(contraction, '$1 $2').replace(/^["“'‘«(\s]{0,4}(?!May )\p{Lu}/u, (letters) => letters.toLowerCase());

function firstCue(text: string): Tense | undefined {
  for (const match of text.matchAll(anyCue)) {
    const tense = tenseOf(match);
    if (tense !== undefined) return tense;
  }
  return undefined;
}

function lastCue(text: string): Tense | undefined {
  let last: Tense | undefined;
  for (const match of text.matchAll(anyCue)) last = tenseOf(match) ?? last;
  return last;
}

function tenseOf(match: RegExpExecArray): Tense | undefined {
  return cues.find((_, index) => match.groups?.[`cue${index}`] !== undefined)?.tense;
}
