/** The party of a critic or a leader, where no name stands beside the post. */
import type { Mention } from '../types.ts';
import { type Asked, isBefore, type Told } from './bodies.ts';

/** What stands before a party that governs: "Premier Ana Ruiz's", "the governing". */
const governs =
  /(?:\b[Gg]overning|\b[Rr]uling|\b(?:Premier|Prime Minister|Governor)(?: \p{Lu}[\p{L}.’'-]+){0,4}['’]s?) $/u;
/** And what stands after one: "the Green government", "the Green premier". */
const inOffice = /^ (?:government|cabinet|majority|premier|prime minister|minister|Premier|Prime Minister)\b/;

/** The party for which one then speaks, whose one is said to be, which spoke just before, or else was named last. */
export function partyOf(told: Told, { title, p, at, end, text }: Asked): string | undefined {
  const parties = told.mentions.filter(({ entity }) => told.kindOf.get(entity)?.kind === 'POLITICAL_PARTY');
  const here = parties.filter((one) => one.p === p);
  // "Health critic Ana Ruiz, a Green, said no."
  const apposed = here.find((one) => one.start >= end && /^,? (?:\(|an? |of the )$/.test(text.slice(end, one.start)));
  const ahead = here.find(
    (one) =>
      one.start >= end && /[.!?]["”’']? (?:But |And )?(?:[Tt]he |[Hh]is |[Hh]er )?$/.test(text.slice(0, one.start)),
  );
  const found = apposed ?? ahead ?? subjectBefore(here, text, at);
  if (found !== undefined) return found.entity;
  const governing = /critic|shadow|opposition/.test(title) ? governingOf(told, parties) : new Set<string>();
  const free = parties.filter(({ entity }) => !governing.has(entity));
  return (free.findLast((one) => isBefore(one, p, at)) ?? free[0] ?? parties.findLast((one) => isBefore(one, p, at)))
    ?.entity;
}

/** "The Greens say the Reds are late. Health critic Ana Ruiz": the party that begins the last sentence with a party. */
function subjectBefore(here: readonly Mention[], text: string, at: number): Mention | undefined {
  return here.findLast(
    (one) =>
      one.start < at &&
      /(?:^|[.!?]["”’']? )(?:(?:But|And|Meanwhile,|Still,) )?(?:[Tt]he )?$/.test(text.slice(0, one.start)),
  );
}

/** The parties that the text says govern: their members are nobody's critics. */
function governingOf({ paragraphs }: Told, parties: readonly Mention[]): ReadonlySet<string> {
  const texts = new Map(paragraphs.map(({ number, text }) => [number, text]));
  return new Set(
    parties
      .filter(({ p, start, end }) => {
        const text = texts.get(p) ?? '';
        return governs.test(text.slice(Math.max(0, start - 80), start)) || inOffice.test(text.slice(end, end + 30));
      })
      .map(({ entity }) => entity),
  );
}
