/** Counts over time as stacked columns, each leading to the list that it counts. */
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { Fill } from './eventLook.ts';
import { straight } from './scale.ts';
import { useWidth } from './useWidth.ts';

export interface Column {
  readonly key: string;
  /** What stands below it. */
  readonly label: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly key: string;
  readonly count: number;
  /** In words, for the tooltip and whoever cannot see the chart. */
  readonly said: string;
  readonly href: string;
  /** 0 to 7: its colour. */
  readonly tone: number;
  readonly fill: Fill;
}

/** In pixels: what is written in it is as large on a phone as elsewhere. */
const [height, left, bottom, narrowest] = [220, 28, 34, 6];

interface ColumnsProps {
  readonly columns: readonly Column[];
  readonly label: string;
  /** Says, where there are more columns than have room, that there are others before those in sight. */
  readonly earlier: string;
}

/** Plot of Observable would put a style element into the page, which the content security policy refuses. */
export function Columns({ columns, label, earlier }: ColumnsProps) {
  const [box, room] = useWidth<HTMLDivElement>(760);
  const width = Math.max(room, left + columns.length * narrowest);
  useEffect(() => {
    if (box.current !== null) box.current.scrollLeft = width;
  }, [box, width]);
  const total = (column: Column): number => column.parts.reduce((sum, { count }) => sum + count, 0);
  const y = straight([0, Math.max(1, ...columns.map(total))], [height - bottom, 10], 10);
  const step = (width - left) / Math.max(1, columns.length);
  const bar = Math.min(46, step * 0.78);
  // As many labels as have room, each about 64 wide.
  const every = Math.max(1, Math.ceil(64 / step));
  return (
    <>
      {width > room && <p className="hint">{earlier}</p>}
      <div ref={box} className="scroll" tabIndex={-1}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for a drawing */}
        <svg
          className="chart columns"
          viewBox={`0 0 ${width} ${height}`}
          style={{ width }}
          role="group"
          aria-label={label}
        >
          <Hatches />
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick} className="tick">
                <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
                <text x={left - 6} y={y(tick) + 4} textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
          {columns.map((column, index) => {
            const x = left + index * step + (step - bar) / 2;
            return (
              <g key={column.key}>
                <Stack parts={column.parts} x={x} width={bar} y={y} />
                {index % every === 0 && (
                  <text
                    className="label"
                    x={Math.min(x + bar / 2, width - 20)}
                    y={height - bottom + 18}
                    textAnchor="middle"
                  >
                    {column.label}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </>
  );
}

interface StackProps {
  readonly parts: readonly Part[];
  readonly x: number;
  readonly width: number;
  /** Where a count stands. */
  readonly y: (count: number) => number;
}

/** The parts of a column, each on top of the one before it. */
function Stack({ parts, x, width, y }: StackProps) {
  let below = 0;
  return parts.map((part) => {
    const from = y(below);
    below += part.count;
    return (
      <Link key={part.key} href={part.href} aria-label={part.said}>
        <rect
          className={`tone-${part.tone} ${part.fill}`}
          x={x}
          width={width}
          y={y(below)}
          height={Math.max(1, from - y(below) - 2)}
        >
          <title>{part.said}</title>
        </rect>
      </Link>
    );
  });
}

/** The hatching of each colour. */
function Hatches() {
  return (
    <defs>
      {Array.from({ length: 8 }, (_, tone) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a colour is its number
        <pattern key={tone} id={`hatch-${tone}`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path className={`hatch tone-line-${tone}`} d="M-1 6 6 -1 M-1 1 1 -1 M4 6 6 4" />
        </pattern>
      ))}
    </defs>
  );
}

interface LegendEntry {
  readonly tone: number;
  readonly fill?: Fill;
  readonly label: string;
}

/** What the colours and fillings of a chart mean. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ tone, fill = 'solid', label }) => (
        <li key={label}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect className={`tone-${tone} ${fill}`} x="1" y="1" width="10" height="10" rx="2" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
