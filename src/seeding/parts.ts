/** What a PROPOSAL and a COLLECTIVE_AGREEMENT (terms), a LEGISLATION (stages, provisions) and an ARTICLE (paragraphs) are made of. */
import { PassageRole } from '../generated/prisma/enums.ts';
import { type Approximation, approximations, type Kind, kinds, units } from '../graph/registry.ts';
import { checkAmount } from './amount.ts';
import { readDate } from './date.ts';
import { readEvidence } from './evidence.ts';
import {
  complete,
  type Fields,
  isNotStated,
  openRecord,
  type Reader,
  readAmount,
  readBoolean,
  readCount,
  readList,
  readReference,
  readSha256,
  readSlug,
  readSound,
  readText,
  readWord,
  wordsOf,
  wrong,
} from './fields.ts';
import type { ParagraphRecord, Parts, ProvisionRecord, StageRecord, TermRecord } from './records.ts';

const keysOfParts: Partial<Record<Kind, readonly (keyof Parts)[]>> = {
  PROPOSAL: ['terms'],
  COLLECTIVE_AGREEMENT: ['terms'],
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
    const parts = keysOfParts[kind]?.includes(key) ? fields.optional(key, readSound(read)) : null;
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

const readKey = (fields: Fields) => ({ place: fields.place, key: fields.optional('key', readSlug) });

/** Years are laid out one by one. */
const readYears: Reader<number> = (node, context) => {
  const years = readCount(node, context);
  return years === undefined || years <= 100 ? years : wrong(node, 'a number of years up to 100', context);
};

const readApproximation = readWord('approximation', wordsOf(approximations) as Approximation[]);

const readTerm: Reader<TermRecord> = (node, context) => {
  const flags = ['compounded', 'retroactive', 'lumpSum'] as const;
  const keys = ['issue', 'year', 'years', 'value', 'unit', 'approximation', ...flags, 'effective', 'text'];
  const fields = openRecord(node, 'term', [...keys, 'key', 'evidence'], context);
  if (fields === undefined) return undefined;
  const open = isNotStated(fields.node('value'));
  const year = fields.optional('year', readYears);
  const years = fields.optional('years', readYears);
  if (years && year === null) fields.report('years', '"years" goes with "year", the first of them');
  const value = open ? null : fields.optional('value', readAmount(10));
  checkAmount(fields, value, 'value');
  const [compounded, retroactive, lumpSum] = flags.map((key) => fields.optional(key, readBoolean));
  if (compounded && lumpSum) fields.report('compounded', 'what is paid once is not compounded');
  return complete<TermRecord>(
    {
      ...readKey(fields),
      issueId: fields.required('issue', readReference(['ISSUE'])),
      year,
      years: year === null ? null : years === null ? 1 : years,
      value,
      unit: fields.optional('unit', readWord('unit', wordsOf(units))),
      approximation: fields.optional('approximation', readApproximation),
      notStated: open,
      compounded,
      retroactive,
      lumpSum,
      effective: isNotStated(fields.node('effective')) ? null : fields.optional('effective', readDate),
      text: fields.required('text', readText),
      evidence: readEvidence(
        fields,
        fields.keys.filter((key) => keys.includes(key)),
      ),
    },
    {
      years: null,
      value: null,
      unit: null,
      approximation: null,
      compounded: null,
      retroactive: null,
      lumpSum: null,
      effective: null,
      text: '',
      evidence: [],
    },
  );
};

const readStage: Reader<StageRecord> = (node, context) => {
  const fields = openRecord(node, 'stage', ['stage', 'date', 'key', 'evidence'], context);
  return (
    fields &&
    complete<StageRecord>(
      {
        ...readKey(fields),
        stage: fields.required('stage', readWord('stage', wordsOf(kinds.LEGISLATION.statuses))),
        date: isNotStated(fields.node('date')) ? null : fields.optional('date', readDate),
        evidence: readEvidence(
          fields,
          fields.keys.filter((key) => key !== 'evidence' && key !== 'key'),
        ),
      },
      { date: null, evidence: [] },
    )
  );
};

const readProvision: Reader<ProvisionRecord> = (node, context) => {
  const fields = openRecord(node, 'provision', ['effect', 'condition', 'affects', 'key', 'evidence'], context);
  if (fields === undefined) return undefined;
  const affects = fields.optional('affects', readList(readReference()));
  return complete<ProvisionRecord>(
    {
      ...readKey(fields),
      effect: fields.required('effect', readText),
      condition: fields.optional('condition', readText),
      affects: affects === null ? [] : affects,
      evidence: readEvidence(
        fields,
        fields.keys.filter((key) => key !== 'evidence' && key !== 'key'),
      ),
    },
    { effect: '', condition: null, affects: [], evidence: [] },
  );
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
