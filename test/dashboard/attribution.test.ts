/** Wherever the page shows a fact that may be told at second hand, it asks who tells it. */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import { asked, schema } from './asked.ts';

const fragments = new Map(
  asked.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
);

/** The names of the fields that are asked for, fragments spread out. */
const fieldsOf = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
    return inner === undefined ? [] : fieldsOf(inner.selectionSet);
  });

/** Those that are asked for whatever the kind. */
const sharedBy = ({ selections }: SelectionSetNode): string[] =>
  fieldsOf({ kind: Kind.SELECTION_SET, selections: selections.filter(({ kind }) => kind !== Kind.INLINE_FRAGMENT) });

/** The fields by which one finds a thing, and that say nothing of it. */
const silent = ['id', '__typename', 'subject', 'object'];

test('each fact that may be told at second hand is asked for with who tells it', () => {
  const info = new TypeInfo(schema);
  const without: string[] = [];
  let found = 0;
  visit(
    asked,
    visitWithTypeInfo(info, {
      SelectionSet(node, _key, parent, _path, ancestors) {
        const type = getNamedType(info.getParentType());
        // A fragment within another on the same thing is part of that one.
        const isPart = parent !== undefined && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT;
        // A fragment is looked at where it is used.
        const isFragment = parent !== undefined && 'kind' in parent && parent.kind === Kind.FRAGMENT_DEFINITION;
        const fields = fieldsOf(node);
        const mayBeTold = isObjectType(type) && type.getFields()['accordingTo'] !== undefined;
        // Of entities of several kinds, which may be events: what happened stands in these.
        const mayHappen =
          isInterfaceType(type) &&
          !isFragment &&
          ['summary', 'statusCode'].some((field) => sharedBy(node).includes(field));
        if (isPart || !(mayBeTold || mayHappen) || fields.every((field) => silent.includes(field))) return;
        // Of a statement that speaks of a claim, the attribution around it says so.
        const around = ancestors.findLast((one) => 'kind' in one && one.kind === Kind.SELECTION_SET);
        if (around && 'selections' in around && fieldsOf(around).includes('accordingTo')) return;
        found++;
        if (!fields.includes('accordingTo')) without.push(`${type.name} { ${fields.join(' ')} }`);
      },
    }),
  );
  expect(without).toEqual([]);
  expect(found).toBeGreaterThan(20);
});
