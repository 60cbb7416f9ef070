/** What a PROPOSAL and a COLLECTIVE_AGREEMENT (terms), a LEGISLATION (stages, provisions) and an ARTICLE (paragraphs) are made of. */
import { PassageRole } from '../../generated/prisma/enums.ts';
import { approximations, type Kind, keysOf, kinds, units } from '../../registry/index.ts';
import { paragraph, partsOf, provision, stage, term } from '../parts.ts';
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
  readList,
  readReference,
  readSha256,
  readSlug,
  readSound,
  readText,
  readWord,
  readYears,
  wordsOf,
} from './fields.ts';
import type { ParagraphRecord, Parts, ProvisionRecord, StageRecord, TermRecord } from './records.ts';

/** The keys under which an entity of the kind holds its parts. */
export const partKeys = (kind: Kind): readonly string[] => Object.keys(partsOf(kind));

/** Reads the parts of an entity; those that its kind does not have are none. */
export function readParts(fields: Fields, kind: Kind): { [Key in keyof Parts]: Parts[Key] | undefined } {
  const optional = <T>(key: keyof Parts, read: Reader<T>): readonly T[] | undefined => {
    const parts = partKeys(kind).includes(key) ? fields.optional(key, readSound(read)) : null;
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

/** What a part says: all but its key and its evidence. */
const saidOf = ({ keys }: Fields): string[] => keys.filter((key) => key !== 'evidence' && key !== 'key');

const readApproximation = readWord('approximation', keysOf(approximations));

const readTerm: Reader<TermRecord> = (node, context) => {
  const flags = ['compounded', 'retroactive', 'lumpSum'] as const;
  const fields = openRecord(node, 'term', Object.keys(term.shape), context);
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
      evidence: readEvidence(fields, saidOf(fields)),
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
  const fields = openRecord(node, 'stage', Object.keys(stage.shape), context);
  return (
    fields &&
    complete<StageRecord>(
      {
        ...readKey(fields),
        stage: fields.required('stage', readWord('stage', wordsOf(kinds.LEGISLATION.statuses))),
        date: isNotStated(fields.node('date')) ? null : fields.optional('date', readDate),
        evidence: readEvidence(fields, saidOf(fields)),
      },
      { date: null, evidence: [] },
    )
  );
};

const readProvision: Reader<ProvisionRecord> = (node, context) => {
  const fields = openRecord(node, 'provision', Object.keys(provision.shape), context);
  if (fields === undefined) return undefined;
  const affects = fields.optional('affects', readList(readReference()));
  return complete<ProvisionRecord>(
    {
      ...readKey(fields),
      effect: fields.required('effect', readText),
      condition: fields.optional('condition', readText),
      affects: affects === null ? [] : affects,
      evidence: readEvidence(fields, saidOf(fields)),
    },
    { effect: '', condition: null, affects: [], evidence: [] },
  );
};

const readParagraph: Reader<ParagraphRecord> = (node, context) => {
  const fields = openRecord(node, 'paragraph', Object.keys(paragraph.shape), context);
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
