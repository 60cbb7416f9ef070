/** The part of the `edtf` package that dates.ts uses; it ships no types. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: 'Date' | 'Season' | 'Interval' | 'Set' | 'List' | 'Year' | 'Decade' | 'Century';
    /** Milliseconds since 1970; infinite where it is open. */
    readonly min: number;
    readonly max: number;
  }
  /** @throws Error where the text is no EDTF. */
  export default function edtf(text: string): EdtfValue;
}
