/** Drafts with their blanks filled in as a machine can: texts by some words, and relationships to nothing known left out. */

import { Document, parse } from 'yaml';
import { isPlain } from '../../src/reading/knowledge.ts';
import { isBlank } from '../../src/records/blanks.ts';
import type { Source } from '../../src/records/validation/node.ts';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { isRelationshipType } from '../../src/registry/index.ts';
import { putBeside } from '../../src/seeding/beside.ts';
import { readSource } from '../../src/seeding/read.ts';
import { examineSource } from '../../src/seeding/seed.ts';

/** The texts of files with no blank left. */
export function fillIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let places = 0;
  const wordsFor = (key: string | number): string => {
    if (key === 'type') return 'WEBSITE';
    if (key !== 'code') return 'some words of ours';
    // No two places have the same code.
    places += 1;
    return `CA-Z${places}`;
  };
  const filled = (value: unknown, key: string | number = ''): unknown[] => {
    if (isBlank(value)) return [wordsFor(key)];
    if (Array.isArray(value)) return [value.flatMap((item) => filled(item))];
    if (!isPlain(value)) return [value];
    if (Object.entries(value).some(([type, object]) => isRelationshipType(type) && isBlank(object))) return [];
    return [Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, name)[0]]))];
  };
  return new Map(
    [...files].map(([name, text]) => [name, new Document((parse(text) ?? []).flatMap(filled)).toString()]),
  );
}

/** All that is wrong with these files beside the seeds; and what the checks would have a person look at. */
export function problemsBeside(
  seeds: Source,
  files: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, Buffer> = new Map(),
) {
  const sources = [...files].map(([name, text]) => readSource(name, text));
  const more: Source = {
    records: sources.flatMap(({ records }) => records),
    broken: sources.flatMap(({ broken }) => broken),
    problems: sources.flatMap(({ problems }) => problems),
  };
  const { problems, warnings } = examineSource(putBeside(seeds, more), texts);
  return { problems: problems.map(formatProblem), warnings: warnings.map(formatProblem) };
}
