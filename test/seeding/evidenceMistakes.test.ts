/** Mistakes in evidence: its source, its cues, the paragraphs that it is at, and what is quoted. */
import { describe, expect, test } from 'vitest';
import { article, entity, evidence, type Mistakes, mistakesOf } from './mistakes.ts';

const cases: Mistakes = {
  'evidence from one source twice': [
    evidence('{at: news-1/1, cues: [x]}, {at: news-1/1, cues: [y]}, {at: news-1/1, cues: [y], for: [summary]}'),
    'b.yaml:5:41  the same source stands at b.yaml:5:14 already; make them one, with all cues',
  ],
  'evidence of no sort, or of both': [
    evidence('{cues: [x]}, {at: news-1/1, external: x, cues: [x]}'),
    'b.yaml:5:14  evidence is either at a paragraph or external',
    'b.yaml:5:27  evidence is either at a paragraph or external',
  ],
  'evidence with what does not go with it': [
    evidence('{at: news-1/1, cues: [x], url: "https://x.org"}, {external: x, cues: [x]}, {external: x, url: x}'),
    'b.yaml:5:40  "url" goes with external evidence',
    'b.yaml:5:77  "cues" goes with evidence at a paragraph',
    'b.yaml:5:108  "x" is not an address (https://…)',
  ],
  'evidence without cues': [
    evidence('{at: news-1/1}, {at: news-1/1, cues: []}, {at: news-1/1, cues: [22,000]}'),
    'b.yaml:5:14  evidence lacks "cues"',
    'b.yaml:5:51  a list is not long enough: it needs at least one item',
    'b.yaml:5:78  22 is not text; put it in quotes',
    'b.yaml:5:81  000 is not text; put it in quotes',
  ],
  'an unknown article': [
    evidence('{at: new-1/1, cues: [x]}, {at: ann/1, cues: [x]}'),
    'b.yaml:5:19  unknown article "new-1"; did you mean news-1?',
    'b.yaml:5:45  unknown article "ann"; known: news-1',
  ],
  'a paragraph that does not exist': [
    evidence('{at: news-1/4, cues: [x]}, {at: news-1/0, cues: [x]}, {at: news-1, cues: [x]}'),
    'b.yaml:5:19  there is no paragraph 4: "news-1" has 3',
    'b.yaml:5:46  there is no paragraph 0: "news-1" has 3',
    'b.yaml:5:73  "news-1" is not a passage; write article/paragraph, as in my-article/14',
  ],
  'evidence for what the record does not say': [
    evidence('{external: x, for: [status]}'),
    'b.yaml:5:34  unknown attribute "status"; known: names, summary',
  ],
  'an empty rule': [evidence('{at: news-1/1, cues: [x], rule: ""}'), 'b.yaml:5:46  "" is not a text: it is empty'],
  'a passage without facts that carries one': [
    evidence('{at: news-1/3, cues: [x]}'),
    'a.yaml:11:7  news-1/3 is without facts, and yet one stands at b.yaml:5:19',
  ],
  'a passage with neither facts nor a reason': [
    article(`paragraphs: [{role: BODY, sha256: ${'0'.repeat(64)}}, {role: HEADLINE, sha256: ${'0'.repeat(64)}}]`),
    'b.yaml:8:16  new/1 carries no fact; add one, or say why: "without: …"',
  ],
  'paragraphs that are mistaken': [
    article('paragraphs: [{role: TEXT, sha256: abc, without: x}]'),
    'b.yaml:8:23  unknown role "TEXT"; known: DATELINE, HEADLINE, SUBHEADING, BODY, CAPTION, BOILERPLATE',
    'b.yaml:8:37  "abc" is not a SHA-256; write 64 hexadecimal digits in lower case',
  ],
  'an article without paragraphs': [
    entity('ARTICLE', 'file: new.txt', 'sha256: abc'),
    'b.yaml:1:3  ARTICLE lacks "paragraphs"',
    'b.yaml:7:11  "abc" is not a SHA-256; write 64 hexadecimal digits in lower case',
  ],
  'a quotation of what nobody said': [
    evidence('{at: news-1/1, cues: [Feb], quotation: TOLD}'),
    'b.yaml:5:42  "quotation" is for the evidence of a STATEMENT',
  ],
  'a quotation of one attribute, and one from elsewhere': [
    entity('STATEMENT', 'medium: EMAIL').replace(
      '[{external: The library}]',
      '[{at: news-1/1, cues: [Feb], quotation: TOLD, for: [medium]}, {external: x, quotation: TOLD}]',
    ),
    'b.yaml:5:42  "quotation" goes with evidence for the whole, without "for"',
    'b.yaml:5:89  "quotation" goes with evidence at a paragraph',
  ],
  'a statement of which one paragraph is quoted, and its type': [
    entity('STATEMENT', 'type: MIXED').replace(
      '[{external: The library}]',
      '[{at: news-1/1, cues: [Feb], quotation: QUOTED}, {at: news-1/2, cues: [Talks]}]',
    ),
    'b.yaml:5:62  this paragraph of the statement lacks "quotation": QUOTED, PARTLY_QUOTED or TOLD',
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
  ],
  'a statement that writes its type instead': [
    entity('STATEMENT', 'type: MIXED').replace('[{external: The library}]', '[{at: news-1/1, cues: [Feb]}]'),
    'b.yaml:5:14  this paragraph of the statement lacks "quotation": QUOTED, PARTLY_QUOTED or TOLD',
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
  ],
  'the type of a statement from elsewhere': [
    entity('STATEMENT', 'type: MIXED'),
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
  ],
};

describe('a mistake is named, with its place and what would be right', () => {
  test.each(Object.entries(cases))('%s', async (_, [yaml, ...mistakes]) => {
    expect(await mistakesOf(yaml)).toEqual(mistakes);
  });
});
