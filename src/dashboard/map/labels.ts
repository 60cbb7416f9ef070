/** Names on a map: the largest first, each where it covers no other, or not at all. */
import type { Palette } from './palette.ts';

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The radius of what it names, in pixels. */
  readonly size: number;
  readonly forced: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In pixels. */
const labelSize = 13;

/** @param width of the canvas, in pixels. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  palette: Palette,
  width: number,
): void {
  context.font = `${labelSize}px ${palette.font}`;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const taken: Box[] = [];
  const discs = labels.map((label) => ({ label, box: disc(label) }));
  const order = labels.toSorted(
    (a, b) => Number(b.forced) - Number(a.forced) || b.size - a.size || a.text.localeCompare(b.text),
  );
  for (const label of order) {
    const text = shortened(label.text, 34);
    const long = context.measureText(text).width;
    const free = boxes(label, long).filter(({ left, right }) => left >= 2 && right <= width - 2);
    const covers = (one: Box, least: number): boolean =>
      taken.some((other) => overlap(one, other)) ||
      discs.some((other) => other.label !== label && other.label.size >= least && overlap(one, other.box));
    // In a crowd the name of what is large may cover what is much smaller.
    const box =
      free.find((one) => !covers(one, 0)) ??
      free.find((one) => !covers(one, label.size * 0.75)) ??
      (label.forced ? free[0] : undefined);
    if (box === undefined) continue;
    taken.push(box);
    const y = (box.top + box.bottom) / 2;
    // A halo of the ground keeps lines from running through the letters.
    context.strokeStyle = palette.raised;
    context.lineWidth = 4;
    context.strokeText(text, box.left, y);
    context.fillStyle = palette.ink;
    context.fillText(text, box.left, y);
  }
}

/** Where a label may stand: right of its node, left, below, above, and slantwise. */
function boxes({ x, y, size }: Label, long: number): Box[] {
  const half = labelSize / 2 + 2;
  const beside = (left: number, middle: number): Box => ({
    left,
    right: left + long,
    top: middle - half,
    bottom: middle + half,
  });
  const gap = size + 4;
  return [
    beside(x + gap, y),
    beside(x - gap - long, y),
    beside(x - long / 2, y + gap + half),
    beside(x - long / 2, y - gap - half),
    beside(x + size * 0.8, y + gap),
    beside(x + size * 0.8, y - gap),
    beside(x - size * 0.8 - long, y + gap),
    beside(x - size * 0.8 - long, y - gap),
  ];
}

const disc = ({ x, y, size }: Label): Box => ({ left: x - size, right: x + size, top: y - size, bottom: y + size });

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** The whole name on a card of its own, for what the pointer is on. */
export function drawCard(
  context: CanvasRenderingContext2D,
  { text, x, y, size }: Omit<Label, 'forced'>,
  palette: Palette,
  width: number,
): void {
  context.font = `600 ${labelSize}px ${palette.font}`;
  context.textBaseline = 'middle';
  const shown = shortened(text, 70);
  const long = context.measureText(shown).width + 16;
  const right = x + size + 6 + long <= width;
  const left = Math.max(2, right ? x + size + 6 : x - size - 6 - long);
  context.beginPath();
  context.roundRect(left, y - 13, long, 26, 6);
  context.fillStyle = palette.raised;
  context.fill();
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = palette.ink;
  context.fillText(shown, left + 8, y);
}
