/** Whether a verb that can be one of saying is one where it stands. */
import { before, type Token } from '../tokens.ts';
import type { Span } from '../types.ts';
import { isDecision, isSpeechVerb } from './verbs.ts';

const modals =
  /^(?:to|not|never|didn't|don't|doesn't|won't|wouldn't|would|could|should|might|can|cannot|will|may|must)$/;

/** Whether what stands before a verb keeps it from telling what happened: "would put it at". */
export const isHeld = (tokens: readonly Token[], at: number): boolean =>
  modals.test(tokens[at - 1]?.text.toLowerCase() ?? '');

/**
 * Whether a quotation stands with a verb: within its sentence, or after its colon, or before the comma that it follows,
 * and no other verb of saying stands between.
 */
export function ownQuote(
  tokens: readonly Token[],
  verb: Token,
  sentence: Span,
  quotes: readonly Span[],
  text: string,
): boolean {
  const near = quotes.filter(({ start, end }) => start < sentence.end + 3 && end > sentence.start);
  const after = near.find(({ start }) => start >= verb.end);
  const from = near.findLast(({ end }) => end <= verb.start)?.end ?? Number.NEGATIVE_INFINITY;
  const other = (start: number, end: number) =>
    tokens.some(
      (one, at) =>
        one.start >= start &&
        one.end <= end &&
        isSpeechVerb(one.text) &&
        // "by tweet", "in a report": a noun.
        !/^(?:by|in|an?|the|of|on|via|to|his|her|its|their)$/i.test(tokens[at - 1]?.text ?? ''),
    );
  if (after !== undefined && !other(verb.end, after.start)) return true;
  return verb.start - from < 60 && /^["”’'»]/.test(text.slice(from)) && !other(from, verb.start);
}

/** "to say", "was told", "is said to", "called off": nobody speaks. */
export function isNoSpeech(text: string, tokens: readonly Token[], at: number): boolean {
  const [previous = '', verb = '', after = ''] = [
    tokens[at - 1]?.text.toLowerCase(),
    tokens[at]?.text.toLowerCase(),
    tokens[at + 1]?.text.toLowerCase(),
  ];
  const rest = text.slice(tokens[at]?.end ?? 0);
  if (!/^ only\b/.test(rest) && previous !== 'only' && modals.test(previous) && !/^(?:told|said|says)$/.test(verb))
    return true;
  if (tokens[at - 1]?.possessive) return true;
  if (/^would$/.test(previous) && /^ only\b/.test(rest)) return false;
  if (/^(?:be|been|being|was|were|is|are|get|got)$/.test(previous) && !/ing$/.test(verb)) return true;
  if (
    /^(?:the|a|an|its|their|his|her|this|that|of|in|no|any|some|by|our|final|new)$/.test(previous) &&
    !/^(?:said|says|told)$/.test(verb)
  )
    return true;
  if (/^call/.test(verb) && /^(?:off|in|on|up|back|out)$/.test(after)) return true;
  if (/^point/.test(verb) && !/^(?:out|to)$/.test(after)) return true;
  if (isDecision(verb))
    return (
      !/^[,:]? ?(?:(?:on |last |late |this |early |earlier )?[\p{L}]+(?: \d+)? )?that\b|^:|^ ["“]/u.test(rest) &&
      !endsClause(text, tokens, at)
    );
  if (/^(?:reported|report|reports)$/.test(verb) && /^(?:for|to)$/.test(after)) return true;
  return /^(?:ask|asks|asked|asking)$/.test(verb) && /^ (?:for|the|a|an|that|its|to|members|[\p{L}]+ to)\b/u.test(rest)
    ? true
    : /^(?:respond|counter)/.test(verb) && /^(?:with|by)$/.test(after);
}

/** "…, a judge ruled Thursday": what was decided stands before the comma, and nothing after but when and in what. */
function endsClause(text: string, tokens: readonly Token[], at: number): boolean {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  return (
    /[\p{Ll}\d"”’'%], (?:(?!(?:who|which|where|when|and|but)\b)[\p{L}'’.-]+ ){1,9}$/u.test(before(text, start)) &&
    /^(?:[.;]|$| (?:in|on|last|late|early|earlier|this|after|yesterday|today)\b| \p{Lu}\p{Ll}+day\b)/u.test(
      text.slice(end),
    )
  );
}

/** Whether a doubtful verb is one of saying here: beside a quotation, or with what is said. */
export function supports(text: string, verb: string, end: number, sentence: Span, quotes: readonly Span[]): boolean {
  if (quotes.some((quote) => quote.start < sentence.end && quote.end > sentence.start)) return true;
  // Of these, what they stand with was asked already.
  if (isDecision(verb)) return true;
  const rest = text.slice(end, end + 60);
  if (/^(?:call|label)/.test(verb) && /^ an? (?!strike|election|vote|meeting|halt|truce|walkout|snap)/.test(rest))
    return true;
  if (/^(?:call|label)/.test(verb))
    return (
      /^ (?:it|the|that|this|his|her|their|its|them|on|for)\b/.test(rest) &&
      !/^ (?:the|an?|for an?) (?:election|vote|strike|meeting|walkout)\b(?! an? | ["“])/.test(rest)
    );
  if (
    /^(?:slam|blast|condemn|denounc|blam|prais|applaud|dismiss|describ|characteri[sz]|predict|reveal|disclos|claim|promis|conclud|counter|respond)/.test(
      verb,
    )
  )
    return true;
  if (
    /^[^.;"“]{0,40}\bthat (?:the|it|he|she|they|there|an?|its|his|her|their|no|all|some|this|these|both|we|[a-z]+s|\p{Lu}|\d)/u.test(
      rest,
    )
  )
    return true;
  if (/^agree/.test(verb) && /^[.,]/.test(rest)) return true;
  return (
    /^,? (?:how|why|whether|it|he|she|they|there|in an?|of)\b/.test(rest) ||
    /^(?:believe|think|note|state|observe|point|add|estimate|predict|announc|confirm)/.test(verb)
  );
}
