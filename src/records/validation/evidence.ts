/** Evidence: why a fact is believed. */
import { type Basis, Quotation } from '../../generated/prisma/enums.ts';
import { passage } from '../values.ts';
import {
  type Context,
  type Fields,
  openRecord,
  type Reader,
  readList,
  readText,
  readUrl,
  readWord,
  readWritten,
  wrong,
} from './fields.ts';
import type { Node } from './node.ts';
import type { Cue, EvidenceRecord } from './records.ts';
import { unknownWord } from './suggest.ts';

const keys = ['at', 'cues', 'quotation', 'rule', 'external', 'url', 'for'];

/**
 * Reads the `evidence` of a record, which has at least one piece.
 * @param attributes what of the record it may be `for`.
 * @param isSaid whether the record is what somebody said, which is quoted or told.
 */
export function readEvidence(
  fields: Fields,
  attributes: readonly string[],
  isSaid = false,
): readonly EvidenceRecord[] | undefined {
  return fields.required(
    'evidence',
    readList((node, context) => readPiece(node, attributes, isSaid, context), 1),
  );
}

function readPiece(
  node: Node,
  attributes: readonly string[],
  isSaid: boolean,
  context: Context,
): EvidenceRecord | undefined {
  const fields = openRecord(node, 'evidence', keys, context);
  if (fields === undefined) return undefined;
  const supported = fields.optional('for', readList(readAttribute(attributes), 1));
  if (fields.keys.includes('at') === fields.keys.includes('external')) {
    context.report(fields.place, 'evidence is either at a paragraph or external');
    return undefined;
  }
  if (!isSaid) refuse(fields, ['quotation'], 'is for the evidence of a STATEMENT');
  if (fields.keys.includes('for')) refuse(fields, ['quotation'], 'goes with evidence for the whole, without "for"');
  const source = fields.keys.includes('at') ? readPassage(fields, context) : readExternal(fields);
  return source && supported !== undefined
    ? { place: fields.place, ...source, attributes: supported ?? [] }
    : undefined;
}

type SourceOf = Omit<EvidenceRecord, 'place' | 'attributes'>;

function readPassage(fields: Fields, context: Context): SourceOf | undefined {
  refuse(fields, ['url'], 'goes with external evidence');
  const passage = fields.required('at', readLocator);
  const cues = fields.required('cues', readList(readCue, 1));
  const rule = fields.optional('rule', readText);
  const quotation = fields.optional('quotation', readWord('quotation', Object.values(Quotation)));
  if (passage && cues) context.expect({ ...passage, cues });
  if (!passage || !cues || rule === undefined || quotation === undefined) return undefined;
  const basis: Basis = rule === null ? 'STATED' : 'DERIVED';
  return { ...passage, cues, basis, quotation, note: rule, url: null };
}

function readExternal(fields: Fields): SourceOf | undefined {
  refuse(fields, ['cues', 'rule', 'quotation'], 'goes with evidence at a paragraph');
  const note = fields.required('external', readText);
  const url = fields.optional('url', readUrl);
  if (!note || url === undefined) return undefined;
  return { articleId: null, paragraph: null, cues: [], basis: 'EXTERNAL', quotation: null, note, url };
}

function refuse(fields: Fields, refused: readonly string[], reason: string): void {
  for (const key of refused) if (fields.keys.includes(key)) fields.report(key, `"${key}" ${reason}`);
}

function readAttribute(attributes: readonly string[]): Reader<string> {
  return (node, context) => {
    if (node.type !== 'scalar') return wrong(node, 'an attribute', context);
    if (attributes.includes(node.text)) return node.text;
    context.report(node.place, `${unknownWord('attribute', node.text, attributes)}`);
    return undefined;
  };
}

const readCue: Reader<Cue> = (node, context) => {
  const text = readText(node, context);
  return text === undefined ? undefined : { place: node.place, text };
};

const readForm = readWritten(passage);

/** `cbc-2015-05-12/14`: an article and one of its paragraphs. */
const readLocator: Reader<{ articleId: string; paragraph: number }> = (node, context) => {
  const [articleId, number] = readForm(node, context)?.split('/') ?? [];
  if (articleId === undefined) return undefined;
  const found = context.register.get(articleId);
  const paragraph = Number(number);
  if (found === undefined || (found.kind !== null && found.kind !== 'ARTICLE')) {
    const articles = [...context.register].filter(([, { kind }]) => kind === 'ARTICLE').map(([id]) => id);
    context.report(node.place, unknownWord('article', articleId, articles));
  } else if (paragraph < 1 || paragraph > found.paragraphs) {
    context.report(node.place, `there is no paragraph ${paragraph}: "${articleId}" has ${found.paragraphs}`);
  } else {
    context.cite(articleId, paragraph, node.place);
    return { articleId, paragraph };
  }
  return undefined;
};
