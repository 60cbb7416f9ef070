/** What a PROPOSAL (terms), a LEGISLATION (stages, provisions) and an ARTICLE (paragraphs) are made of. */
import { PassageRole } from '../generated/prisma/enums.ts';
import { type Kind, kinds, units } from '../graph/registry.ts';
import { readDate } from './date.ts';
import { readEvidence } from './evidence.ts';
import {
  complete,
  type Fields,
  isNotStated,
  openRecord,
  type Reader,
  readCount,
  readDecimal,
  readList,
  readReference,
  readSha256,
  readText,
  readWord,
  wordsOf,
} from './fields.ts';
import type { ParagraphRecord, Parts, ProvisionRecord, StageRecord, TermRecord } from './records.ts';

const keysOfParts: Partial<Record<Kind, readonly (keyof Parts)[]>> = {
  PROPOSAL: ['terms'],
  LEGISLATION: ['stages', 'provisions'],
  ARTICLE: ['paragraphs'],
};

/** The keys under which an entity of the kind holds its parts. */
export function partKeys(kind: Kind): readonly string[] {
  return keysOfParts[kind] ?? [];
}

/** Reads the parts of an entity; those that its kind does not have are none. */
export function readParts(fields: Fields, kind: Kind): { [Key in keyof Parts]: Parts[Key] | undefined } {
  const optional = <T>(key: keyof Parts, read: Reader<T>): readonly T[] | undefined => {
    const parts = keysOfParts[kind]?.includes(key) ? fields.optional(key, readList(read)) : null;
    return parts === null ? [] : parts;
  };
  const paragraphs = kind === 'ARTICLE' ? fields.required('paragraphs', readList(readParagraph, 1)) : [];
  return {
    terms: optional('terms', readTerm),
    stages: optional('stages', readStage),
    provisions: optional('provisions', readProvision),
    paragraphs,
  };
}

const readTerm: Reader<TermRecord> = (node, context) => {
  const keys = ['issue', 'year', 'years', 'value', 'unit', 'text'];
  const fields = openRecord(node, 'term', [...keys, 'evidence'], context);
  if (fields === undefined) return undefined;
  const open = isNotStated(fields.node('value'));
  const year = fields.optional('year', readCount);
  const years = fields.optional('years', readCount);
  if (years && year === null) fields.report('years', '"years" goes with "year", the first of them');
  if (open && fields.keys.includes('unit')) fields.report('unit', '"unit" goes with a value that is stated');
  const readUnit = readWord('unit', wordsOf(units));
  return complete<TermRecord>({
    issueId: fields.required('issue', readReference(['ISSUE'])),
    year,
    years: year === null ? null : years === null ? 1 : years,
    value: open ? null : fields.required('value', readDecimal(10)),
    unit: open || !fields.keys.includes('value') ? null : fields.required('unit', readUnit),
    text: fields.required('text', readText),
    evidence: readEvidence(
      fields,
      fields.keys.filter((key) => keys.includes(key)),
    ),
  });
};

const readStage: Reader<StageRecord> = (node, context) => {
  const fields = openRecord(node, 'stage', ['stage', 'date', 'evidence'], context);
  return (
    fields &&
    complete<StageRecord>({
      stage: fields.required('stage', readWord('stage', wordsOf(kinds.LEGISLATION.statuses))),
      date: isNotStated(fields.node('date')) ? null : fields.optional('date', readDate),
      evidence: readEvidence(
        fields,
        fields.keys.filter((key) => key !== 'evidence'),
      ),
    })
  );
};

const readProvision: Reader<ProvisionRecord> = (node, context) => {
  const fields = openRecord(node, 'provision', ['effect', 'condition', 'affects', 'evidence'], context);
  if (fields === undefined) return undefined;
  const affects = fields.optional('affects', readList(readReference()));
  return complete<ProvisionRecord>({
    effect: fields.required('effect', readText),
    condition: fields.optional('condition', readText),
    affects: affects === null ? [] : affects,
    evidence: readEvidence(
      fields,
      fields.keys.filter((key) => key !== 'evidence'),
    ),
  });
};

const readParagraph: Reader<ParagraphRecord> = (node, context) => {
  const fields = openRecord(node, 'paragraph', ['role', 'sha256', 'without'], context);
  return (
    fields &&
    complete<ParagraphRecord>({
      place: fields.place,
      role: fields.required('role', readWord('role', Object.values(PassageRole))),
      sha256: fields.required('sha256', readSha256),
      without: fields.optional('without', readText),
    })
  );
};
