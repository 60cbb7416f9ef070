/** Ask, offer and imposed by year, of one issue: each side told by colour and by shape, what is not stated left open. */
import { type Column, columnsOf, type GapTerm, type Mark, marksOf, type Side, sides } from './gapMarks.ts';
import { straight } from './scale.ts';
import { useWidth } from './useWidth.ts';

interface GapChartProps {
  readonly terms: readonly GapTerm[];
  readonly label: string;
  readonly columnWord: (column: Column) => string;
  readonly tickWord: (value: number) => string;
}

const keyOf = ({ year, years }: Column): string => `${year}-${years}`;

/** Heights in pixels: of the head, the values, a line of the strip of what is not stated, and between them. */
const [head, plot, stripLine, between] = [26, 190, 30, 26];
const left = 46;

export function GapChart({ terms, label, columnWord, tickWord }: GapChartProps) {
  const [box, width] = useWidth<HTMLDivElement>(720);
  const columns = columnsOf(terms);
  const marks = marksOf(terms, columns);
  const values = terms.flatMap(({ value }) => (value === null ? [] : [value]));
  const y = straight([Math.min(0, ...values), Math.max(1, ...values)], [head + plot, head + 24], 5);
  const lines = Math.max(0, ...marks.map(({ line }) => (line === null ? 0 : line + 1)));
  const stripTop = head + plot + between;
  const height = lines === 0 ? head + plot + 12 : stripTop + lines * stripLine + 4;
  const x = (at: number): number => left + (at * (width - left)) / columns.length;
  return (
    <div ref={box}>
      <svg className="chart gap" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {columns.map((column, index) => (
          <text key={keyOf(column)} className="label" x={x(index + 0.5)} y={14} textAnchor="middle">
            {columnWord(column)}
          </text>
        ))}
        {columns.slice(1).map((column, index) => (
          <line key={keyOf(column)} className="rule" x1={x(index + 1)} x2={x(index + 1)} y1={head} y2={head + plot} />
        ))}
        {y.ticks(5).map((tick) => (
          <g key={tick} className={tick === 0 ? 'tick zero' : 'tick'}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {tickWord(tick)}
            </text>
          </g>
        ))}
        {lines > 0 && <rect className="strip" x={0} y={stripTop} width={width} height={lines * stripLine} rx={6} />}
        {marks.map((mark) => {
          const { term, line } = mark;
          const at = { mark, from: x(mark.from), to: x(mark.to), roomy: width > 520 };
          return term.value === null ? (
            <Open key={term.id} {...at} y={stripTop + ((line ?? 0) + 0.5) * stripLine} />
          ) : (
            <Stated key={term.id} {...at} y={y(term.value)} />
          );
        })}
      </svg>
    </div>
  );
}

interface MarkProps {
  readonly mark: Mark;
  /** In pixels. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly roomy: boolean;
}

/** What is not stated: an open shape on the strip. */
function Open({ mark: { term }, from, y, roomy }: MarkProps) {
  const middle = term.year === null ? 16 : from + 16;
  return (
    <g className={term.superseded ? `mark open ${term.side} superseded` : `mark open ${term.side}`}>
      <title>{term.said}</title>
      <Shape side={term.side} x={middle} y={y} />
      <text x={middle + 14} y={y + 4}>
        {term.label}
        {roomy && <tspan className="aside"> {term.aside}</tspan>}
      </text>
    </g>
  );
}

/** About how wide a letter of a label is, in pixels. */
const letter = 7;

/** A bar over its column, with its side's shape and its label. */
function Stated({ mark: { term }, from, to, y }: MarkProps) {
  const [start, end] = [from + 8, to - 8];
  const middle = (start + end) / 2;
  const fits = term.label.length * letter < end - start + 16;
  return (
    <g className={term.superseded ? `mark ${term.side} superseded` : `mark ${term.side}`}>
      <title>{term.said}</title>
      <line x1={start} x2={end} y1={y} y2={y} />
      <Shape side={term.side} x={middle} y={y} />
      <text x={fits ? middle : start} y={y - 12} textAnchor={fits ? 'middle' : 'start'}>
        {term.label}
      </text>
    </g>
  );
}

function Shape({ side, x, y }: { side: Side; x: number; y: number }) {
  if (side === 'offer') return <circle className="shape" cx={x} cy={y} r={6} />;
  if (side === 'imposed') return <rect className="shape" x={x - 5.5} y={y - 5.5} width={11} height={11} />;
  return <path className="shape" d={`M${x},${y - 7.5} l7,12.5 h-14 z`} />;
}

/** What the shapes and colours mean. */
export function GapLegend({ words, open }: { words: Readonly<Record<Side, string>>; open: string }) {
  return (
    <ul className="legend gap-legend">
      {sides.map((side) => (
        <li key={side}>
          <svg className="gap" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <g className={`mark ${side}`}>
              <Shape side={side} x={9} y={9} />
            </g>
          </svg>
          {words[side]}
        </li>
      ))}
      <li>
        <svg className="gap" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
          <g className="mark open ask">
            <Shape side="ask" x={9} y={9} />
          </g>
        </svg>
        {open}
      </li>
    </ul>
  );
}
