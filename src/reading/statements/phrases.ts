/** Verbs of saying that are more than one word: "put it bluntly", "took a swipe at". */
import type { Token } from '../tokens.ts';

interface Phrase {
  /** The verb, in the forms in which news has it. */
  readonly verb: RegExp;
  /** What follows it. */
  readonly rest: RegExp;
  /** Whether it is speech by itself; else only with a quotation of its own. */
  readonly speaks: boolean;
}

const phrases: readonly Phrase[] = [
  // "puts it at 41 per cent", "put the cost at $2 million"
  {
    verb: /^puts?$/,
    rest: /^ (?:it|that|them|the (?:[\p{Ll}-]+ ){1,4}|its (?:[\p{Ll}-]+ ){1,4}|(?:turnout|attendance|participation|membership|damage) ?)\s?at (?=[$£€]?\d|(?:about|around|roughly|nearly|almost|more|less|close|over|under|just|between|as|zero|one|two|three|four|five|six|seven|eight|nine|ten|half|\p{Ll}+teen|\p{Ll}+ty)\b)/u,
    speaks: true,
  },
  {
    verb: /^puts?$/,
    rest: /^ (?:it|things|the matter|the point) (?:[\p{L}-]+ ){0,4}[\p{L}-]+(?=[,:.])/u,
    speaks: false,
  },
  {
    verb: /^(?:weigh|weighs|weighed|chime|chimes|chimed|butts?|butted|cuts?|jumps?|jumped)$/,
    rest: /^ in\b/,
    speaks: false,
  },
  {
    verb: /^(?:hits?|fires?|fired|strikes?|struck|shoots?|shot|claps?|clapped|pushe[sd]|push)$/,
    rest: /^ back\b/,
    speaks: false,
  },
  { verb: /^(?:hits?|lash|lashes|lashed|calls?|called)$/, rest: /^ out\b/, speaks: false },
  { verb: /^(?:pipes?|piped|speaks?|spoke)$/, rest: /^ (?:up|out)\b/, speaks: false },
  {
    verb: /^(?:takes?|took|taking)$/,
    rest: /^ (?:aim|issue|a (?:swipe|shot|jab|dig|poke|different (?:view|tone|line))|to (?:Twitter|Facebook|Instagram|X|social media|the airwaves|LinkedIn))\b/,
    speaks: false,
  },
  { verb: /^(?:goes|went)$/, rest: /^ (?:further|on)\b(?! (?:strike|leave|vacation|holiday)\b)/, speaks: false },
  {
    verb: /^(?:has|had)$/,
    rest: /^ (?:this|that|only this|[\p{Ll}]+ (?:words?|advice)|an? (?:[\p{Ll}-]+ ){0,2}(?:message|warning|answer|reply|word|question|name|explanation))\b/u,
    speaks: false,
  },
  {
    verb: /^(?:makes?|made)$/,
    rest: /^ (?:it )?(?:quite |very |perfectly |abundantly )?(?:clear|plain)\b(?:[^.;:"“]{0,30} that\b)?/,
    speaks: true,
  },
  {
    verb: /^(?:raises?|raised|voices?|voiced)$/,
    rest: /^ (?:fears?|concerns?|doubts?|alarm|hope|worries|confidence) (?:that|about|over|in)\b/,
    speaks: true,
  },
  {
    verb: /^(?:sounds?|sounded)$/,
    rest: /^ (?:an?|the) (?:[\p{Ll}-]+ )?(?:note|tone|alarm|warning)\b/u,
    speaks: false,
  },
  { verb: /^(?:casts?|pours?|poured)$/, rest: /^ (?:doubt|cold water|scorn) on\b/, speaks: true },
  { verb: /^(?:spoke|speaks?|talks?|talked)$/, rest: /^ of\b/, speaks: false },
  {
    verb: /^(?:is|was|were|are)$/,
    rest: /^ (?:quoted as saying|(?:more |less |equally |even )?(?:blunt|blunter|adamant|categorical|unequivocal|scathing|unapologetic|defiant|dismissive))\b/,
    speaks: false,
  },
];

/** The phrase that begins with a word, with the place where it ends. */
export function phraseAt(text: string, token: Token): { readonly end: number; readonly speaks: boolean } | undefined {
  for (const { verb, rest, speaks } of phrases) {
    if (!verb.test(token.text)) continue;
    const found = rest.exec(text.slice(token.end, token.end + 120))?.[0];
    if (found !== undefined) return { end: token.end + found.trimEnd().length, speaks };
  }
  return undefined;
}
