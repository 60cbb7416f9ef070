/** A reading in the format in which readings are compared and scored: `npm run read -- --json`. */
import type { Mention, Named, Office, Reading, Speaker } from './types.ts';

/** What was recognised, as plain JSON. Paragraphs are counted from 1. */
export function toGold({ article, entities, mentions, offices, statements, dates, figures, events }: Reading) {
  const seen = new Set<string>();
  const first = ({ p, text, proper }: Mention): boolean => {
    const key = `${p} ${text}`;
    if (!proper || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const ministries = ministriesOf(offices, entities);
  return {
    article: { published: article.published, paragraphs: article.paragraphs.length },
    entities: [...entities, ...ministries.values()].map(({ key, kind, names }) => ({ key, kind, names })),
    roles: article.paragraphs.map(({ number, role }) => ({ p: number, role })),
    mentions: mentions.filter(first).map(({ p, text, entity }) => ({ p, text, entity })),
    offices: offices.map((office) => ({
      ...{ p: office.p, person: office.person, title: office.title },
      of: ministries.get(office)?.key ?? office.of,
    })),
    statements: statements.map(({ p, speaker, type }) => ({ p, ...speakerOf(speaker), type })),
    dates: dates.map(({ p, text, edtf }) => ({ p, text, edtf })),
    figures: figures.map(({ p, text, value, unit }) => ({ p, text, value, unit })),
    events: events.map(({ p, type, parties }) => ({ p, type, parties })),
  };
}

const speakerOf = (speaker: Speaker): { readonly speaker: string; readonly of?: string } =>
  'entity' in speaker ? { speaker: speaker.entity } : { speaker: `unnamed-${speaker.unnamed}`, of: speaker.of };

/**
 * The departments that ministers head, where the article names none: "Labour Minister Ana Ruiz". They are a part of the
 * government, and go by what every government is called too; the records, which state nothing that the text does not,
 * keep to the government.
 */
function ministriesOf(
  offices: readonly Office[],
  entities: readonly Named[],
): ReadonlyMap<Office, Pick<Named, 'key' | 'kind' | 'names'>> {
  return new Map(
    offices.flatMap((office) => {
      const government = entities.find(({ key, kind }) => key === office.of && kind === 'GOVERNMENT');
      const field =
        /^(?:federal |provincial |former |interim |acting )*(?!prime |deputy |first |associate |the )(.+?) minister$/.exec(
          office.title,
        )?.[1];
      if (government === undefined || field === undefined) return [];
      const name = field.replace(/(?:^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
      const names = [`Ministry of ${name}`, `Department of ${name}`, `${name} Ministry`, `${name} Department`];
      return [
        [
          office,
          {
            key: `ministry-of-${field.replace(/[^a-z]+/g, '-')}`,
            kind: 'PUBLIC_BODY' as const,
            names: [
              ...names,
              'provincial government',
              'federal government',
              'state government',
              'government',
              'province',
            ],
          },
        ] as const,
      ];
    }),
  );
}
