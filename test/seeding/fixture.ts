/** A small set of seeds for the tests, and folders to put seeds in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sha256 } from '../../src/records/paragraphs.ts';

/** A folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const paragraphs = ['The “Example Union” — 22,000 members — met on Feb. 15.', 'Talks', 'Ann Able left the   table.'];
export const articleText = `${paragraphs.join('\n\n')}\n`;

/** One of each of what the tests change. */
export const base = `
- id: news-1
  kind: ARTICLE
  names: {en: {preferred: The news}}
  summary: An article.
  file: news-1.txt
  sha256: ${sha256(articleText)}
  paragraphs:
    - {role: BODY, sha256: ${sha256(paragraphs[0] ?? '')}}
    - {role: SUBHEADING, sha256: ${sha256(paragraphs[1] ?? '')}}
    - {role: CAPTION, sha256: ${sha256(paragraphs[2] ?? '')}, without: it repeats paragraph 1}
  evidence: [{external: The library}]
- id: example-union
  kind: UNION
  type: NATIONAL
  names:
    en: {preferred: Example Union, acronym: [EU, XU]}
    fr: {preferred: Syndicat exemple}
  summary: A union.
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
- id: ann
  kind: PERSON
  names: {en: {preferred: Ann Able}}
  summary: A person.
  evidence: [{external: The library}]
  relationships:
    - HOLDS: president
      from: 2015-05
      until: not stated
      acting: true
      evidence: [{external: The library, for: [from]}]
- id: bob
  kind: PERSON
  names: {en: {preferred: Bob}}
  summary: Another person.
  evidence: [{external: The library}]
- id: president
  kind: OFFICE
  type: PRESIDENT
  names: {en: {preferred: President}}
  summary: An office.
  singleSeat: true
  evidence: [{external: The library}]
- id: wages
  kind: ISSUE
  names: {en: {preferred: Wages}}
  summary: An issue.
  evidence: [{external: The library}]
- id: dispute
  kind: DISPUTE
  names: {en: {preferred: The dispute}}
  summary: A dispute.
  status: not stated
  end: not stated
  start: {date: "[2015-01..2015-03-05]", rule: before the talks}
  evidence: [{external: The library}, {at: news-1/2, cues: [Talks], for: [status, end]}]
- id: demand
  kind: PROPOSAL
  names: {en: {preferred: The demand}}
  summary: A demand.
  terms:
    - {issue: wages, year: 1, value: 2.5, unit: PERCENT, text: a raise, evidence: [{external: The library}]}
    - {issue: wages, value: not stated, text: a smaller raise, evidence: [{external: The library}]}
  evidence: [{external: The library}]
- id: bill
  kind: LEGISLATION
  names: {en: {preferred: The bill}}
  summary: A bill.
  stages:
    - {stage: INTRODUCED, date: 2015-05-07, evidence: [{external: The library}]}
  provisions:
    - {effect: limits raises, affects: [example-union, wages], evidence: [{external: The library}]}
  evidence: [{external: The library}]
- subject: example-union
  PARTY_TO: dispute
  side: EMPLOYEE
  evidence: [{external: The library}]
`;
