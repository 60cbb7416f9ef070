/** Whether letters stand for a name: "HNL" for the Harbour Nurses' League. */

const small = /^(?:of|the|for|and|de|du|des|la|le|les|et|d|l|on|in|&|à|au|aux)$/i;

/** Whether the letters are those that the words begin with; small words may be left out. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/, '')
    .toUpperCase();
  if (letters.length < 2) return false;
  const words = long.split(/[\s'’-]+/).filter(Boolean);
  const initials = (list: readonly string[]) =>
    list.map((word) => word.normalize('NFD')[0]?.toUpperCase() ?? '').join('');
  const big = words.filter((word) => !small.test(word));
  return [initials(words), initials(big)].some(
    (all) => all === letters || (all.startsWith(letters) && letters.length >= 3),
  );
}
