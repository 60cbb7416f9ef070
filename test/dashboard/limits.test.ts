/** The page asks for no more than the service lets anybody ask for. */
import { type DocumentNode, Kind, validate } from 'graphql';
import { expect, test } from 'vitest';
import { limits } from '../../src/dashboard/merged.ts';
import { largestBatch, largestPage } from '../../src/dashboard/paging.ts';
import * as generated from '../../src/generated/operations/graphql.ts';
import { largestPageSize } from '../../src/graph/queries/page.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { largestBatch as largestBatchOfService } from '../../src/schema/node.ts';
import { documentLimits } from '../../src/server/limits/document.ts';
import { standardSettings } from '../../src/server/settings.ts';

const documents = Object.entries(generated as unknown as Readonly<Record<string, Partial<DocumentNode>>>).flatMap(
  ([name, { kind, definitions = [] }]) =>
    kind === Kind.DOCUMENT && definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION)
      ? [{ name, document: { kind, definitions } satisfies DocumentNode }]
      : [],
);

test('each of its questions is within the limits of a document', () => {
  const schema = buildSchema();
  expect(documents.length).toBeGreaterThan(30);
  const refused = documents.flatMap(({ name, document }) =>
    validate(schema, document, [documentLimits(standardSettings)]).map(({ message }) => `${name}: ${message}`),
  );
  expect(refused).toEqual([]);
});

test('the page takes the limits for no larger than they are', () => {
  expect(limits.selections).toBeLessThanOrEqual(standardSettings.maxSelections);
  expect(limits.aliases).toBeLessThanOrEqual(standardSettings.maxAliases);
  expect(largestPage).toBe(largestPageSize);
  expect(largestBatch).toBe(largestBatchOfService);
  expect(limits.cost).toBeLessThanOrEqual(0.96 * standardSettings.maxCost);
});
