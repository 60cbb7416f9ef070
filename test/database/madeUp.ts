/** A database with one of each of what rows of the domain point at, and whether it takes more. */
import { afterAll, beforeAll, expect } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { createEntities, openMigrated } from '../database.ts';
import { attempt, createAttempt, type Row } from './attempt.ts';

export interface MadeUp {
  readonly database: () => Database;
  /** The statements are taken; and taken back. */
  readonly accepted: (...statements: string[]) => Promise<void>;
  /** The last of the statements is refused by the constraint. */
  readonly refused: (by: string, ...statements: string[]) => Promise<void>;
}

/** Opens it before all tests of a file, and closes it after them. */
export function madeUp(): MadeUp {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await createAttempt(database.prisma);
    const ids = {
      PERSON: ['ann', 'bob'],
      OFFICE: ['chair', 'council'],
      UNION: ['union', 'local'],
      DISPUTE: ['dispute'],
      ISSUE: ['wages'],
      PROPOSAL: ['offer'],
      ARTICLE: ['news'],
      CLAIM: ['figure'],
      LEGISLATION: ['bill'],
      BARGAINING_UNIT: ['unit'],
    };
    await createEntities(
      database.prisma,
      Object.entries(ids).flatMap(([kind, all]) => all.map((id) => ({ id, kind, summary: 'Made up.' }))),
    );
    await database.prisma.office.createMany({
      data: ['chair', 'council'].map((id) => ({ id, singleSeat: id === 'chair' })),
    });
    const sha256 = 'a'.repeat(64);
    await database.prisma.article.create({ data: { id: 'news', file: 'news.txt', sha256 } });
    await database.prisma.passage.create({ data: { articleId: 'news', number: 1, role: 'BODY', sha256 } });
    await database.prisma.term.create({
      data: { id: 'offer.1', proposalId: 'offer', ordinal: 1, issueId: 'wages', text: 'More.' },
    });
  });
  afterAll(async () => await database.close());
  return {
    database: () => database,
    accepted: async (...statements) => expect(await attempt(database.prisma, ...statements)).toBe('accepted'),
    refused: async (by, ...statements) => expect(await attempt(database.prisma, ...statements)).toBe(by),
  };
}

/** The five columns of a partial date that is one day, stated. */
export const on = (group: string, day: string, latest = day): Row => ({
  [group]: day === latest ? day : `[${day}..${latest}]`,
  [`${group}Earliest`]: day,
  [`${group}Latest`]: latest,
  [`${group}Basis`]: 'STATED',
});
