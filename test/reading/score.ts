/**
 * How far what was read agrees with the gold: README.md beside this file has the rules. Without files or network, so
 * that tests and other scripts can take the score of anything.
 */

/** What a text says, as in the gold files and as `toGold` gives it. */
export interface Facts {
  readonly entities: readonly { readonly key: string; readonly names: readonly string[] }[];
  readonly roles: readonly { readonly p: number; readonly role: string }[];
  readonly mentions: readonly { readonly p: number; readonly text: string; readonly entity: string }[];
  readonly offices: readonly {
    readonly p: number;
    readonly person: string;
    readonly title: string;
    readonly of: string;
  }[];
  readonly statements: readonly {
    readonly p: number;
    readonly speaker: string;
    readonly of?: string | undefined;
    readonly type: string;
  }[];
  readonly dates: readonly { readonly p: number; readonly text: string; readonly edtf: string }[];
  readonly figures: readonly {
    readonly p: number;
    readonly text: string;
    readonly value: number;
    readonly unit: string;
  }[];
  readonly events: readonly { readonly p: number; readonly type: string; readonly parties: readonly string[] }[];
}

/** A text's gold, and what was read in it. */
export interface Pair {
  readonly name: string;
  readonly gold: Facts;
  readonly proposed: Facts;
}

export const layerNames = [
  'roles',
  'mentions',
  'offices',
  'statements',
  'statements with type',
  'dates',
  'figures',
  'events',
] as const;
export type LayerName = (typeof layerNames)[number];

/** One layer of one pair. */
interface Compared {
  readonly gold: number;
  readonly proposed: number;
  /** Of what was read, which items are right, by their index. */
  readonly right: ReadonlySet<number>;
  readonly missed: readonly unknown[];
  readonly wrong: readonly unknown[];
}

export interface LayerScore {
  readonly layer: LayerName;
  readonly gold: number;
  readonly proposed: number;
  readonly right: number;
  /** Not a number where there is nothing to have a share of; `recall` and `f1` too. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** An item that is in the gold alone, or in what was read alone. */
export interface Difference {
  readonly name: string;
  readonly layer: LayerName;
  readonly is: 'missed' | 'wrong';
  readonly item: unknown;
}

export interface Score {
  readonly layers: readonly LayerScore[];
  readonly differences: readonly Difference[];
}

/** The score of several pairs together. */
export function scoreOf(pairs: readonly Pair[]): Score {
  const compared = pairs.map((pair) => ({ name: pair.name, layers: compare(pair) }));
  const layers = layerNames.map((layer): LayerScore => {
    const sum = (count: (one: Compared) => number): number =>
      compared.reduce((total, one) => total + count(one.layers[layer]), 0);
    const [gold, proposed, right] = [sum((one) => one.gold), sum((one) => one.proposed), sum((one) => one.right.size)];
    const [precision, recall] = [right / proposed, right / gold];
    return { layer, gold, proposed, right, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  });
  const differences = compared.flatMap(({ name, layers: of }) =>
    layerNames.flatMap((layer): Difference[] => [
      ...of[layer].missed.map((item) => ({ name, layer, is: 'missed' as const, item })),
      ...of[layer].wrong.map((item) => ({ name, layer, is: 'wrong' as const, item })),
    ]),
  );
  return { layers, differences };
}

/** Each layer of a pair: an item is right if one of the gold has the same key, and agrees where a key cannot tell. */
export function compare({ gold, proposed }: Pair): Readonly<Record<LayerName, Compared>> {
  const own = (key: string): string => key;
  const of = sameEntities(gold, proposed);
  const speaker = (one: Facts['statements'][number], name: typeof own): string =>
    one.speaker.startsWith('unnamed') ? `unnamed of ${name(one.of ?? '')}` : name(one.speaker);
  const pairUp = <Item>(
    [wanted, given]: readonly [readonly Item[], readonly Item[]],
    keyOf: (item: Item, name: typeof own) => readonly unknown[],
    agree?: (wanted: Item, given: Item) => boolean,
  ): Compared =>
    matched(
      keyed(wanted, (item) => keyOf(item, own)),
      keyed(given, (item) => keyOf(item, of)),
      agree,
    );
  const statements = [gold.statements, proposed.statements] as const;
  return {
    roles: pairUp([gold.roles, proposed.roles], ({ p, role }) => [p, role]),
    mentions: pairUp([gold.mentions, proposed.mentions], ({ p, text, entity }, name) => [p, plain(text), name(entity)]),
    offices: pairUp(
      [gold.offices, proposed.offices],
      ({ person, of: body }, name) => [name(person), name(body)],
      (wanted, given) => hasHalfOf(wanted.title, given.title),
    ),
    statements: pairUp(statements, (one, name) => [one.p, speaker(one, name)]),
    'statements with type': pairUp(statements, (one, name) => [one.p, speaker(one, name), one.type]),
    dates: pairUp([gold.dates, proposed.dates], ({ p, edtf }) => [p, edtf]),
    figures: pairUp([gold.figures, proposed.figures], ({ p, value, unit }) => [p, value, unit]),
    events: pairUp(
      [gold.events, proposed.events],
      ({ p, type }) => [p, type],
      (wanted, given) => wanted.parties.length === 0 || given.parties.some((one) => wanted.parties.includes(of(one))),
    ),
  };
}

interface Keyed<Item> {
  readonly key: string;
  readonly item: Item;
}

const keyed = <Item>(items: readonly Item[], keyOf: (item: Item) => readonly unknown[]): Keyed<Item>[] =>
  items.map((item) => ({ key: JSON.stringify(keyOf(item)), item }));

/** Gives each wanted item the first of the given ones that fits and is still free. */
function matched<Item>(
  wanted: readonly Keyed<Item>[],
  given: readonly Keyed<Item>[],
  agree: (wanted: Item, given: Item) => boolean = () => true,
): Compared {
  const right = new Set<number>();
  const missed = wanted.filter(({ key, item }) => {
    const at = given.findIndex((one, index) => !right.has(index) && one.key === key && agree(item, one.item));
    if (at !== -1) right.add(at);
    return at === -1;
  });
  const itemOf = ({ item }: Keyed<Item>): Item => item;
  const wrong = given.filter((_, index) => !right.has(index));
  return {
    gold: wanted.length,
    proposed: given.length,
    right,
    missed: missed.map(itemOf),
    wrong: wrong.map(itemOf),
  };
}

/** Of an entity that was read, the gold's key; of one that shares no name with any of the gold's, a key that none has. */
function sameEntities(gold: Facts, proposed: Facts): (key: string) => string {
  const byName = new Map(gold.entities.flatMap(({ key, names }) => names.map((name) => [plain(name), key])));
  const found = new Map<string, string>();
  for (const { key, names } of proposed.entities) {
    // The longest name tells best: two people may share a surname.
    const longestFirst = names.toSorted((one, other) => other.length - one.length).map(plain);
    const name = longestFirst.find((one) => byName.has(one));
    const same = name === undefined ? undefined : byName.get(name);
    if (same !== undefined) found.set(key, same);
    else found.delete(key);
  }
  return (key) => found.get(key) ?? `?${key}`;
}

/** A name without what two writers may do differently: case, accents, punctuation, a genitive's end, "the". */
function plain(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['‘’]s\b/g, '');
  return bare
    .replaceAll(/[^a-z0-9$%]+/g, ' ')
    .replace(/^the /, '')
    .trim();
}

function hasHalfOf(title: string, other: string): boolean {
  const wordsOf = (one: string): string[] =>
    plain(one)
      .split(' ')
      .filter((word) => word !== 'of' && word !== 'the');
  const wanted = new Set(wordsOf(title));
  const given = wordsOf(other);
  return [...wanted].filter((word) => given.includes(word)).length * 2 >= wanted.size;
}
