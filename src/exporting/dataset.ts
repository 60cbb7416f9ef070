/** Of what data an export is, and under what licence they may be used: each export says so where its format has a place. */
import type { DataVersion } from '../store/version.ts';

/** The licence of the facts, as in `seeds/LICENSE`. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** The headers of an export over HTTP: the only place where a table can say it. */
export const datasetHeaders = ({ version, digest }: DataVersion): Readonly<Record<string, string>> => ({
  'X-Data-Version': String(version),
  'X-Data-Digest': digest,
});

/** The link to the licence, which does not depend on the data. */
export const licenceLink = `<${licence.url}>; rel="license"`;
