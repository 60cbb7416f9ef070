/** Whether a verb that can be one of saying is one where it stands. */
import type { Token } from '../tokens.ts';
import type { Span } from '../types.ts';

/** "to say", "was told", "is said to", "called off": nobody speaks. */
export function isNoSpeech(text: string, tokens: readonly Token[], at: number): boolean {
  const [before = '', verb = '', after = ''] = [
    tokens[at - 1]?.text.toLowerCase(),
    tokens[at]?.text.toLowerCase(),
    tokens[at + 1]?.text.toLowerCase(),
  ];
  const rest = text.slice(tokens[at]?.end ?? 0);
  if (
    !/^ only that\b/.test(rest) &&
    /^(?:to|not|never|didn't|don't|doesn't|won't|wouldn't|would|could|should|might|can|cannot|will|may|must)$/.test(
      before,
    ) &&
    !/^(?:told|said|says)$/.test(verb)
  )
    return true;
  if (tokens[at - 1]?.possessive) return true;
  if (/^would$/.test(before) && /^ only that\b/.test(rest)) return false;
  if (/^(?:be|been|being|was|were|is|are|get|got)$/.test(before) && !/ing$/.test(verb)) return true;
  if (
    /^(?:the|a|an|its|their|his|her|this|that|of|in|no|any|some|by|our|final|new)$/.test(before) &&
    !/^(?:said|says|told)$/.test(verb)
  )
    return true;
  if (/^call/.test(verb) && /^(?:off|in|on|up|back|out)$/.test(after)) return true;
  if (/^point/.test(verb) && !/^(?:out|to)$/.test(after)) return true;
  if (/^(?:held|hold|found|find|ruled|rule)$/.test(verb)) return !/^ that\b/.test(rest);
  if (/^(?:reported|report|reports)$/.test(verb) && /^(?:for|to)$/.test(after)) return true;
  return /^(?:ask|asks|asked|asking)$/.test(verb) && /^ (?:for|the|a|an|that|its|to|members|[\p{L}]+ to)\b/u.test(rest)
    ? true
    : /^(?:respond|counter)/.test(verb) && /^(?:with|by)$/.test(after);
}

/** Whether a doubtful verb is one of saying here: beside a quotation, or with what is said. */
export function supports(text: string, verb: string, end: number, sentence: Span, quotes: readonly Span[]): boolean {
  if (quotes.some((quote) => quote.start < sentence.end && quote.end > sentence.start)) return true;
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
