/** Each list that the page asks for tells whether there is more, and has a name under which that is said. */
import { getNamedType, isObjectType, Kind, type SelectionSetNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { fixedLists } from '../../src/dashboard/truncation.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { fr } from '../../src/dashboard/words/fr.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { sizedLists } from '../../src/schema/listSizes.ts';
import { asked } from './asked.ts';

const schema = buildSchema();
const sized = new Map(sizedLists(schema).map(({ path, field }) => [path, field]));

/** The names of the fields of a page, and of those in them, with dots between them. */
const within = (set: SelectionSetNode | undefined): string[] =>
  (set?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD)
      return [one.name.value, ...within(one.selectionSet).map((inner) => `${one.name.value}.${inner}`)];
    return one.kind === Kind.FRAGMENT_SPREAD ? within(fragments.get(one.name.value)) : [];
  });
const fragments = new Map(
  asked.definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
  ),
);

interface Asked {
  readonly key: string;
  readonly path: string;
  /** One alone is wanted. */
  readonly single: boolean;
  readonly takesFirst: boolean;
  readonly list: boolean;
  readonly tells: boolean;
}

const lists: Asked[] = [];
const info = new TypeInfo(schema);
visit(
  asked,
  visitWithTypeInfo(info, {
    Field(node) {
      const [parent, field, type] = [info.getParentType(), info.getFieldDef(), getNamedType(info.getType())];
      if (!parent || !field || !isObjectType(type)) return;
      const path = `${parent.name}.${field.name}`;
      const connection = type.name.endsWith('Connection');
      const counts = type.name === 'Statistics';
      if (!(sized.has(path) || connection || counts)) return;
      const fields = within(node.selectionSet);
      lists.push({
        key: (node.alias ?? node.name).value,
        path,
        single:
          node.arguments?.some(
            ({ name, value }) => name.value === 'first' && 'value' in value && value.value === '1',
          ) ?? false,
        takesFirst: field.args.some(({ name }) => name === 'first'),
        list: sized.has(path),
        tells: counts
          ? fields.includes('truncated')
          : // Without `pageInfo`, a page from the beginning tells it by how many there are.
            !connection || fields.includes('pageInfo.hasNextPage') || fields.includes('totalCount'),
      });
    },
  }),
);

test('each page tells whether others follow, and each count whether it is of all', () => {
  expect(lists.length).toBeGreaterThan(60);
  expect(lists.filter(({ single, tells }) => !(single || tells)).map(({ path }) => path)).toEqual([]);
});

test('lists of a fixed length are those that take no number', () => {
  const plain = lists.filter(({ list }) => list);
  expect(
    plain.filter(({ key, takesFirst }) => fixedLists.includes(key) === takesFirst).map(({ path }) => path),
  ).toEqual([]);
});

test.each([
  ['English', en],
  ['French', fr],
])('each has a name in %s', (_, { truncated: { names } }) => {
  const keys = lists.filter(({ single }) => !single).map(({ key, path }) => (isCount(path) ? 'buckets' : key));
  expect([...new Set(keys)].filter((key) => names[key] === undefined)).toEqual([]);
});

const isCount = (path: string): boolean => path.endsWith('.statistics');
