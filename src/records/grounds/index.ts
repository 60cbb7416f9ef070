/** Holds every fact against what it rests on: the cues of its evidence, its citations, its rules, and its neighbours. */
import { kinds, relationshipTypes } from '../../registry/index.ts';
import type { Problem } from '../validation/problem.ts';
import type { Records } from '../validation/records.ts';
import { checkAmounts } from './amounts.ts';
import { checkBorneOut } from './borneOut.ts';
import { checkCitations } from './citations.ts';
import { checkContradictions } from './contradictions.ts';
import { checkDates } from './dates.ts';
import { type Report, worldOf } from './facts.ts';
import { checkFigures } from './figures.ts';
import { checkNames } from './names.ts';
import { checkQuotations, type Texts } from './quotations.ts';
import { checkReferences } from './references.ts';
import { checkTexts, textsOf } from './texts.ts';
import { lexiconOf } from './words.ts';

interface Grounds {
  readonly problems: readonly Problem[];
  /** What a person should look at, and the program cannot be sure of. */
  readonly warnings: readonly Problem[];
}

/**
 * Checks the numbers, dates and names of the records.
 * @param texts the paragraphs of the articles that are at hand, whose words are known to be right.
 */
export function checkGrounds(records: Records, texts: Texts): Grounds {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const report: Report = (place, message) => void problems.push({ ...place, message });
  const warn: Report = (place, message) => void warnings.push({ ...place, message });
  const world = worldOf(records);
  checkFigures(world, report, warn);
  checkAmounts(world, report, warn);
  checkDates(world, report, warn);
  checkContradictions(world, warn);
  checkNames(world, lexiconOf([...registryTexts, ...[...texts.values()].flat(), ...allTexts(records)]), warn);
  checkTexts(world, report, warn);
  checkReferences(world, report);
  checkBorneOut(world, warn);
  checkQuotations(world, texts, warn);
  checkCitations(world, warn);
  return { problems, warnings };
}

const registryTexts = [JSON.stringify(kinds), JSON.stringify(relationshipTypes)];

function* allTexts({ entities, relationships }: Records): Generator<string> {
  for (const entity of entities) {
    for (const { text } of entity.names) yield text;
    for (const [, text] of textsOf(entity)) yield text;
    for (const { cues, note } of [entity, ...entity.terms, ...entity.stages, ...entity.provisions].flatMap(
      (fact) => fact.evidence,
    )) {
      for (const { text } of cues) yield text;
      if (note !== null) yield note;
    }
  }
  for (const { note, role, evidence } of relationships) {
    if (note !== null) yield note;
    if (role !== null) yield role;
    for (const piece of evidence) for (const { text } of piece.cues) yield text;
  }
}
