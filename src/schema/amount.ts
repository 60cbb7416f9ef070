/** Numbers, as the columns hold them. */
import type { Decimal } from '@prisma/client/runtime/client';
import type { Approximation } from '../registry/index.ts';

interface Share {
  readonly percent: number;
  readonly fraction: string | null;
  readonly approximation: Approximation | null;
}

/** A share in per cent; of a fraction, all of its digits. */
export function shareOf(
  percent: Decimal | null,
  fraction: string | null,
  approximation: Approximation | null,
): Share | null {
  const share = fraction === null ? (percent?.toNumber() ?? null) : ratio(fraction, 100);
  return share === null ? null : { percent: share, fraction, approximation };
}

interface Amount {
  readonly value: Decimal | null;
  readonly valueFraction: string | null;
}

/** The value; of a fraction, all of its digits. */
export const amountOf = ({ value, valueFraction }: Amount): number | null =>
  valueFraction === null ? (value?.toNumber() ?? null) : ratio(valueFraction, 1);

/** So much of a whole. */
function ratio(fraction: string, whole: number): number {
  const [part = Number.NaN, parts = Number.NaN] = fraction.split('/').map(Number);
  return (whole * part) / parts;
}
