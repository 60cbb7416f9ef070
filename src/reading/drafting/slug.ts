/** Ids made of names. */

/** What an id may have in characters, with room for a number after it. */
const longest = 70;

/** A text as an id: `Élise Roy-Côté` is `elise-roy-cote`. */
export function slugOf(...texts: readonly (string | undefined)[]): string {
  const words = texts
    .filter((text) => text !== undefined)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? ['unnamed']).join('-');
  return slug.length <= longest ? slug : slug.slice(0, longest).replace(/-[^-]*$/, '');
}

/** The same with an end that is kept whole: what tells it from others. */
export function slugWith(end: string, ...texts: readonly (string | undefined)[]): string {
  const last = slugOf(end);
  return `${slugOf(slugOf(...texts).slice(0, longest - last.length - 1))}-${last}`;
}

/** With a capital at its beginning. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A noun with its article, by its sound: "an outlet", but "a union". */
export const withArticle = (noun: string): string => `${/^(?!uni|eu)[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
