/** Whether what a sentence tells of took place, is arranged, or is only wished, feared, supposed or denied. */
import type { EventFound, Span } from '../types.ts';
import type { Doubt } from './rule.ts';

/** Where the words before a match no longer bear on it. */
const clauseEnd =
  /[;:()—–]|,? \b(?:but|after|before|while|although|though|because|since|when|until|which|who|whom|whose|and then|as well as|following|despite|noting|adding|arguing)\b|, (?:and|as|then|where|so|with)\b/gi;

const before: Readonly<Record<Doubt, RegExp>> = {
  IF: /\b(?:if|unless|whether|in case|in the event|provided|should (?:the|they|talks|it|no|negotiations|members|workers))\b/i,
  WISHED:
    /\b(?:hop(?:e|es|ed|ing|eful)|want(?:s|ed|ing)?|wish(?:es|ed)?|urg(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:\w+day |again )?(?:on|for|upon)|should|ought|must|needs? to|needed to|ask(?:s|ed|ing)? (?:for|that|\w+ to|the \w+ to)|demand(?:s|ed|ing)? (?:that|an?|the)|willing to|willing|ready to|prepared to|press(?:ed|es|ing)? for|push(?:ed|es|ing)? for|prefers?|preferred|like to|like to see|eager to|appeal(?:s|ed|ing)? (?:to|for)|plead(?:s|ed)?|beg(?:s|ged)?|invit(?:es?|ed|ing)|committed to|aim(?:s|ed|ing)? (?:to|at)|in order to|try(?:ing)? to|tried to|seek(?:s|ing)? to|let's|pressur\w*|promis(?:e|es|ed|ing) to|vow(?:s|ed)? to)\b/i,
  FEARED:
    /\b(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|threat(?:s|en|ens|ened|ening)?|risk(?:s|ed|ing)?|possib(?:le|ly|ility)|potential(?:ly)?|prospect|likel(?:y|ihood)|danger|spectre|specter|averts?|averted|averting|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|head off|stave off|fend off|in (?:the )?event of|contingenc\w+|brac(?:e|es|ed|ing) for|prepar(?:e|es|ed|ing) for|impending|looming|face the|on the brink|verge of|hypothetical|talk of|warn(?:s|ed|ing)? (?:\w+ )?(?:of|against|about)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|speculat\w+|rumou?r\w*)\b/i,
  DENIED:
    /\b(?:not|never|no|nor|neither|without|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)(?: to)?|declin(?:e|es|ed|ing) to|rul(?:e|es|ed|ing) out|yet to|fail(?:s|ed|ing|ure)? to|unable to|instead of|rather than|reject(?:s|ed|ing)?|stop(?:s|ped)? short of|no longer|nobody|none|hardly|cannot|oppos(?:e|es|ed|ing) (?:to )?|resist\w*|unlikely)\b|n't\b/i,
  MODAL:
    /\b(?:[Ww]ould|[Cc]ould|[Mm]ight|may|can|cannot|unlikely)\b|\b(?:able|option|powers?|right) (?:to|of)(?: [\w-]+){0,4} ?$/,
};
/** How many characters before the match each doubt bears on. */
const reach: Readonly<Record<Doubt, number>> = { IF: 110, WISHED: 55, FEARED: 45, DENIED: 32, MODAL: 40 };

/** Right after the match: "a strike would shut the port", "the strike was averted". */
const after: Partial<Record<Doubt, RegExp>> = {
  MODAL: /^(?: (?!that\b|which\b|who\b)[\w-]+){0,2}? (?:would|could|might|may)\b(?! have)/,
  WISHED: /^ (?:must|should|has to|have to|needs? to)\b/i,
  FEARED: /^(?: \w+)? (?:(?:was|is|were|been|has been) )?(?:averted|avoided|threat|looms|looming)\b/i,
  DENIED: /^ (?:is|are|was|were|did|has|have|had)(?:n't| not)\b(?! (?:over|ended?|going well|been easy))/i,
};

/** The words before a match that bear on it: those of its clause. */
function clauseBefore(sentence: string, start: number, length: number): string {
  const text = sentence.slice(Math.max(0, start - length), start);
  let from = 0;
  for (const found of text.matchAll(clauseEnd)) from = found.index + found[0].length;
  return text.slice(from);
}

/** A threat that was carried out is none any more, and some words seem to deny. */
const noDoubt =
  /\b(?:of no force|not only|no doubt|no surprise|no matter)\b|\b(?:carr(?:y|ies|ied|ying) out|ma(?:d|k)(?:e|es|ing) good on|follow(?:s|ed|ing)? through (?:on|with)|acted on) (?:the|its|their|his|her|a) (?:\w+ )?(?:threats?|vows?|warnings?|promises?)(?: to| of)?/gi;

/** True if the sentence tells of what is matched as something that did not take place and is not arranged. */
export function isDoubtful(sentence: string, match: Span, despite: readonly Doubt[], hasDate: boolean): boolean {
  const rest = sentence.slice(match.end, match.end + 40);
  for (const doubt of ['IF', 'WISHED', 'FEARED', 'DENIED', 'MODAL'] as const) {
    if (despite.includes(doubt)) continue;
    const words =
      doubt === 'IF'
        ? sentence.slice(Math.max(0, match.start - reach.IF), match.start).replace(/as if|^.*[;:"]/g, '')
        : clauseBefore(sentence, match.start, reach[doubt]).replace(noDoubt, '');
    // "would resume on Monday", told of what is arranged.
    const inside = doubt === 'MODAL' ? sentence.slice(match.start, match.end) : '';
    const told = doubt === 'MODAL' && hasDate && /\b(?:would|may)\b/.test(`${words}${inside}${rest.slice(0, 20)}`);
    if (told) continue;
    if (before[doubt].test(words) || /\b(?:would|could|might|may)\b/.test(inside)) return true;
    if (after[doubt]?.test(rest) === true) return true;
  }
  return false;
}

const postponed =
  /\b(?:delay(?:ed|s)?|postpon(?:ed|es|e)|put off|pushed back|deferred|call(?:ed)? off|cancell?ed|rescheduled|on hold)\b/i;
const possible = /\b(?:may|might|could|can|option|possible|possibly|considering|whether)\b/;
const scheduled =
  /\b(?:will|won't|is to|are to|to be|set (?:to|for)|scheduled|slated|due (?:to|on|in)|going to|plans? (?:to|for)|planned|planning|expected to|preparing to|poised to|upcoming|next (?:week|month|year|\w+day)|tomorrow|shall|'ll)\b/i;

/** What the words around a match say of it: that it took place, is due, was put off, or was only possible. */
export function statusOf(
  sentence: string,
  match: Span,
  date: string | undefined,
  published: string,
): EventFound['status'] {
  const around = `${clauseBefore(sentence, match.start, 60)}${sentence.slice(match.start, match.end)}${sentence.slice(match.end, match.end + 45).replace(/[;"].*/, '')}`;
  if (postponed.test(around)) return 'POSTPONED';
  if (scheduled.test(around)) return 'SCHEDULED';
  if (possible.test(around)) return 'POSSIBLE';
  const shared = Math.min(date?.length ?? 0, published.length);
  if (date !== undefined && date.slice(0, shared) > published.slice(0, shared)) return 'SCHEDULED';
  return 'OCCURRED';
}
