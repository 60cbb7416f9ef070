/** A way as a picture: its entities one below the other, and on each arrow how one leads to the next. */
import { Link } from 'wouter';
import { entityPath, useTo } from '../address.ts';
import { attributed } from '../parts/attributed.tsx';
import { otherLanguage } from '../parts/inLanguage.tsx';
import { capital, kindWord } from '../vocabulary.ts';
import { useLang, useWords } from '../words.ts';
import { usePalette } from './palette.ts';
import type { Hop } from './ways.tsx';

/** In units of the drawing, which are pixels where it has room. */
const [width, line, arrow, inset] = [360, 18, 44, 14];

export function Chain({ steps, label }: { steps: readonly Hop[]; label: string }) {
  const words = useWords();
  const lang = useLang();
  const to = useTo();
  const palette = usePalette();
  const verbOf = ({ verb, possible, accordingTo }: Hop): string =>
    attributed(possible ? `${verb} (${words.asOf.possible})` : `${verb}`, accordingTo, words);
  let below = 1;
  const placed = steps.map((step) => {
    const names = wrapped(step.name, 40);
    const verbs = step.verb === null ? [] : wrapped(verbOf(step), 44);
    const top = below + (step.verb === null ? 0 : arrow + (verbs.length - 1) * line);
    const gap = top - below;
    const height = (names.length + 1) * line + 12;
    below = top + height;
    return { step, names, other: otherLanguage(step, lang), verbs, gap, top, height };
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for a drawing
    <svg className="chart chain" viewBox={`0 0 ${width} ${below + 1}`} role="group" aria-label={label}>
      {placed.map(({ step: { id, kind, verb, possible }, names, other, verbs, gap, top, height }) => (
        <g key={id}>
          {verb !== null && (
            <g className={possible ? 'arrow maybe' : 'arrow'}>
              <line x1={inset + 12} x2={inset + 12} y1={top - gap} y2={top - 8} />
              <path d={`M${inset + 7} ${top - 9}h10l-5 9z`} />
              {verbs.map((text, index) => (
                <text key={text} x={inset + 28} y={top - gap / 2 + 5 + (index - (verbs.length - 1) / 2) * line}>
                  {text}
                </text>
              ))}
            </g>
          )}
          <Link href={to(entityPath(id))}>
            <rect x="1" y={top} width={width - 2} height={height} rx="8" />
            <circle cx={inset + 5} cy={top + line - 1} r="5" fill={palette.of(kind)} />
            <text className="kind" x={inset + 18} y={top + line + 3}>
              {[capital(kindWord(words, kind)), other].filter(Boolean).join(' · ')}
            </text>
            {names.map((text, index) => (
              <text className="name" lang={other} key={text} x={inset} y={top + (index + 2) * line + 3}>
                {text}
              </text>
            ))}
          </Link>
        </g>
      ))}
    </svg>
  );
}

/** Cuts a text into lines between its words. @param most how many letters a line holds. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
