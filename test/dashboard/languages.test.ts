/** Names are asked for with what the page needs to say that one is not in its language. */
import { getNamedType, isInterfaceType, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { asked, schema } from './asked.ts';

/** What they ask names for is a field to be typed into, or a heading for those who cannot see. */
const unseen = ['EndsOfWay', 'MiddleOfMap', 'Related'];

test('each name is asked for in the language of the page, and with the language that it is in', () => {
  const info = new TypeInfo(schema);
  const without: string[] = [];
  let found = 0;
  const named = asked.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION || one.kind === Kind.FRAGMENT_DEFINITION ? [one] : [],
  );
  for (const definition of named) {
    const of = definition.name?.value ?? '';
    visit(
      definition,
      visitWithTypeInfo(info, {
        SelectionSet({ selections }) {
          const type = getNamedType(info.getParentType());
          if (!isObjectType(type) && !isInterfaceType(type)) return;
          if (type.getFields()['nameLanguage'] === undefined) return;
          const fields = selections.flatMap((one) => (one.kind === Kind.FIELD ? [one] : []));
          const name = fields.find((field) => field.name.value === 'name');
          if (name === undefined) return;
          found++;
          // Names of outlets have no mark: see parts/inLanguage.tsx.
          const knows =
            unseen.includes(of) ||
            type.name === 'NewsOutlet' ||
            fields.some((field) => field.name.value === 'nameLanguage');
          if (!knows || name.arguments?.length !== 1) without.push(of);
        },
      }),
    );
  }
  expect(without).toEqual([]);
  expect(found).toBeGreaterThan(10);
});
