/** An article's file taken in: text or a saved page, with what it says itself of its day and its outlet. */
import { basename } from 'node:path';
import { daysIn, format } from '../records/grounds/days.ts';
import { paragraphsOf } from '../records/paragraphs.ts';
import { isHtml, readPage } from './html.ts';
import { guessRoles } from './roles.ts';
import { checkPublished, decode, type TakenIn, takeIn } from './text.ts';
import { UnreadableText } from './unreadable.ts';

/** What whoever calls says of an article; the rest must be in its file. */
export interface Said {
  /** In EDTF. */
  readonly published: string | undefined;
  /** An id or a name. */
  readonly outlet: string | undefined;
  /** The id that an outlet has, or gets. */
  readonly outletId: (said: string) => string;
  /** Midnight UTC of today. */
  readonly today: Date;
}

export interface Taken {
  readonly article: TakenIn;
  /** What the paragraphs are the lines of. */
  readonly text: Buffer;
  readonly file: string;
  readonly isPage: boolean;
  /** The outlet as it was said; undefined: by nobody. */
  readonly outlet: string | undefined;
}

/**
 * Takes in a file.
 * @throws UnreadableText that says what is wrong with it, or what is to be said of it.
 */
export function takeFile(path: string, bytes: Buffer, said: Said): Taken {
  const decoded = decode(bytes, path);
  const page = isHtml(decoded) ? readPage(decoded, path) : undefined;
  const text = page === undefined ? bytes : Buffer.from(page.text);
  const published = said.published ?? page?.published ?? datelineOf(decoded, page !== undefined);
  if (published === undefined)
    throw new UnreadableText(`${path}: when was it published? It does not say; add --published, such as 2023-05-01`);
  checkPublished(published, said.today);
  const outlet = said.outlet ?? page?.outletName;
  const origin = { published, outlet: outlet === undefined ? undefined : said.outletId(outlet), where: path };
  return {
    article: takeIn(text, origin),
    text,
    file: page === undefined ? basename(path) : basename(path).replace(/(?:\.x?html?)?$/i, '.txt'),
    isPage: page !== undefined,
    outlet,
  };
}

/** The first whole day of a date line. */
function datelineOf(text: string, isPage: boolean): string | undefined {
  if (isPage) return undefined;
  const paragraphs = paragraphsOf(text).slice(0, 12);
  const roles = guessRoles(paragraphs);
  const days = paragraphs.flatMap((paragraph, index) => (roles[index] === 'DATELINE' ? daysIn(paragraph) : []));
  const whole = days.find(({ year, month, day }) => year !== undefined && month !== undefined && day !== undefined);
  return whole === undefined ? undefined : format(whole);
}
