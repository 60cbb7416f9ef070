/** The colours of a map, read from the style sheets: a canvas knows no custom properties. */
import { useEffect, useState } from 'react';

export interface Palette {
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
  /** The colour of a kind. */
  readonly of: (kind: string) => string;
}

type Rgb = readonly [number, number, number];

/** Each kind's tone, shared by those that belong together, and how it is shaded among them. */
const tones: Readonly<Record<string, readonly [tone: number, shade: 0 | 1 | 2 | 3]>> = {
  UNION: [1, 0],
  OCCUPATIONAL_GROUP: [1, 1],
  BARGAINING_UNIT: [1, 2],
  GOVERNMENT: [0, 0],
  ADMINISTRATION: [0, 1],
  PUBLIC_BODY: [0, 2],
  POLITICAL_PARTY: [0, 3],
  PERSON: [2, 0],
  OFFICE: [2, 1],
  BARGAINING_ROUND: [3, 0],
  PROPOSAL: [3, 1],
  DISPUTE: [3, 2],
  COLLECTIVE_AGREEMENT: [3, 3],
  LEGISLATION: [4, 0],
  LEGAL_CHALLENGE: [4, 1],
  COURT: [4, 2],
  EVENT: [5, 0],
  STATEMENT: [6, 0],
  CLAIM: [6, 1],
  ISSUE: [7, 0],
  JURISDICTION: [7, 2],
  ARTICLE: [7, 1],
  NEWS_OUTLET: [7, 3],
};

const order: readonly string[] = Object.keys(tones);
const placeOf = (kind: string): number => (Object.hasOwn(tones, kind) ? order.indexOf(kind) : order.length);

/** Sorts kinds in the order of their colours; those without one come last. */
export const byColor = (a: string, b: string): number => placeOf(a) - placeOf(b);

/** The colours as they are now; read again when light turns to dark. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(read);
  useEffect(() => {
    const again = (): void => setPalette(read());
    again();
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', again);
    };
  }, []);
  return palette;
}

function read(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const rgb = (name: string): Rgb => {
    probe.style.color = `var(--${name})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const [raised, ink] = [rgb('raised'), rgb('ink')];
  const toned = Array.from({ length: 8 }, (_, tone) => rgb(`tone-${tone}`));
  const shades = [
    (tone: Rgb) => tone,
    (tone: Rgb) => mixed(tone, raised, 0.35),
    (tone: Rgb) => mixed(tone, ink, 0.4),
    (tone: Rgb) => mixed(tone, raised, 0.55),
  ] as const;
  const colors = new Map(
    Object.entries(tones).map(([kind, [tone, shade]]) => [kind, hex(shades[shade](toned[tone] ?? ink))]),
  );
  const palette: Palette = {
    raised: hex(raised),
    ink: hex(ink),
    quiet: hex(rgb('quiet')),
    line: hex(mixed(rgb('quiet'), raised, 0.42)),
    accent: hex(rgb('accent')),
    font: getComputedStyle(document.body).fontFamily,
    of: (kind) => colors.get(kind) ?? hex(ink),
  };
  probe.remove();
  return palette;
}

const mixed = (one: Rgb, other: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2): number => one[index] * (1 - share) + other[index] * share;
  return [at(0), at(1), at(2)];
};

const hex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour that steps back. @param share 0: as it is; 1: the ground that it stands on. */
export function faded(color: string, ground: string, share: number): string {
  const parse = (text: string): Rgb => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
    return [red, green, blue];
  };
  return hex(mixed(parse(color), parse(ground), share));
}
