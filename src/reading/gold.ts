/** A reading in the format in which readings are compared and scored: `npm run read -- --json`. */
import type { Mention, Reading, Speaker } from './types.ts';

/** What was recognised, as plain JSON. Paragraphs are counted from 1. */
export function toGold({ article, entities, mentions, offices, statements, dates, figures, events }: Reading) {
  const seen = new Set<string>();
  const first = ({ p, text, proper }: Mention): boolean => {
    const key = `${p} ${text}`;
    if (!proper || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return {
    article: { published: article.published, paragraphs: article.paragraphs.length },
    entities: entities.map(({ key, kind, names }) => ({ key, kind, names })),
    roles: article.paragraphs.map(({ number, role }) => ({ p: number, role })),
    mentions: mentions.filter(first).map(({ p, text, entity }) => ({ p, text, entity })),
    offices: offices.map(({ p, person, title, of }) => ({ p, person, title, of })),
    statements: statements.map(({ p, speaker, type }) => ({ p, ...speakerOf(speaker), type })),
    dates: dates.map(({ p, text, edtf }) => ({ p, text, edtf })),
    figures: figures.map(({ p, text, value, unit }) => ({ p, text, value, unit })),
    events: events.map(({ p, type, parties }) => ({ p, type, parties })),
  };
}

const speakerOf = (speaker: Speaker): { readonly speaker: string; readonly of?: string } =>
  'entity' in speaker ? { speaker: speaker.entity } : { speaker: `unnamed-${speaker.unnamed}`, of: speaker.of };
