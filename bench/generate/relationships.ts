/** The relationships of a generated graph: what each thing needs, then what a busy world adds. */
import { actorKinds, type RelationshipType } from '../../src/registry/index.ts';
import { type Add, makeEvidence, type Thing, type Things } from './entities.ts';
import { type Random, randomOf } from './random.ts';
import { aboutDay, type Day, dayOf, onDay, type Row } from './rows.ts';

type Relate = (type: RelationshipType, subject: Thing, object: Thing, more?: Row) => void;

/** Makes exactly `count` relationships, each with its evidence. */
export function makeRelationships(things: Things, count: number, add: Add): void {
  const random = randomOf(3);
  const evidence = randomOf(5);
  const ids = new Set<string>();
  const relate: Relate = (type, subject, object, more = {}) => {
    const id = `${subject.id}.${type}.${object.id}${more['ordinal'] === undefined ? '' : `.${more['ordinal']}`}`;
    if (ids.has(id) || ids.size === count || subject === object) return;
    ids.add(id);
    const ends = { subjectId: subject.id, subjectKind: subject.kind, objectId: object.id, objectKind: object.kind };
    add('Relationship', { id, type, ...ends, ...more });
    makeEvidence({ column: 'relationshipId', id }, things, evidence, add);
  };
  relateBodies(things, random, relate);
  relateOffices(things, random, relate);
  relateBargaining(things, random, relate);
  relateLaw(things, random, relate);
  relateSpeech(things, random, relate);
  if (ids.size >= count) throw new Error(`the least that things need is ${count} relationships already`);
  const actors = actorsOf(things);
  while (ids.size < count) relateMore(things, actors, random, relate);
}

/** Larger bodies and their parts: the first of a kind are the largest. */
function relateBodies(things: Things, random: Random, relate: Relate): void {
  const [country] = things.JURISDICTION as [Thing];
  for (const [index, jurisdiction] of things.JURISDICTION.entries()) {
    if (jurisdiction !== country) relate('PART_OF', jurisdiction, country);
    relate('GOVERNS', things.GOVERNMENT[index] as Thing, jurisdiction);
  }
  const broad = things.ISSUE.slice(0, 15);
  for (const issue of things.ISSUE.slice(15)) relate('PART_OF', issue, random.prefer(broad));
  for (const body of things.PUBLIC_BODY) relate('PART_OF', body, random.prefer(things.GOVERNMENT));
  const national = things.UNION.slice(0, Math.ceil(things.UNION.length / 5));
  for (const union of things.UNION.slice(national.length)) relate('PART_OF', union, random.prefer(national));
  for (const administration of things.ADMINISTRATION) {
    relate('ADMINISTRATION_OF', administration, random.pick(things.GOVERNMENT));
    relate('FORMED_BY', administration, random.prefer(things.POLITICAL_PARTY));
    relate('LED_BY', administration, random.pick(things.PERSON), since(random, administration.start));
  }
  for (const article of things.ARTICLE) {
    relate('PUBLISHED_BY', article, random.prefer(things.NEWS_OUTLET), { role: 'publisher' });
  }
  const placed = ['UNION', 'PUBLIC_BODY', 'COURT', 'BARGAINING_UNIT', 'BARGAINING_ROUND', 'DISPUTE'] as const;
  for (const kind of [...placed, 'LEGISLATION', 'LEGAL_CHALLENGE', 'COLLECTIVE_AGREEMENT'] as const) {
    for (const thing of things[kind]) relate('IN_JURISDICTION', thing, random.prefer(things.JURISDICTION));
  }
}

const since = (random: Random, day: Day | null): Row =>
  aboutDay(random, 'validFrom', day ?? random.between(dayOf('1996-01-01'), dayOf('2025-12-31')));

/** Every organization has an office or two, and every office its holders, one after another. */
function relateOffices(things: Things, random: Random, relate: Relate): void {
  const organizations = [...things.GOVERNMENT, ...things.UNION, ...things.PUBLIC_BODY];
  for (const [index, office] of things.OFFICE.entries()) {
    const organization = organizations[index] ?? random.pick(organizations);
    relate('OFFICE_OF', office, organization);
    let begins = random.between(dayOf('1996-01-01'), dayOf('2012-12-31'));
    const holders = random.between(2, 4);
    for (let ordinal = 1; ordinal <= holders; ordinal += 1) {
      const ends = begins + random.between(700, 2_000);
      const held = { heldOfficeId: office.id, singleSeat: office.singleSeat ?? false, ordinal };
      const until = ordinal === holders ? {} : onDay('validTo', ends - 1);
      relate('HOLDS', random.prefer(things.PERSON), office, { ...held, ...onDay('validFrom', begins), ...until });
      begins = ends;
    }
  }
}

/** Units, rounds, agreements and disputes: a union on one side, an employer on the other, at times two of them. */
function relateBargaining(things: Things, random: Random, relate: Relate): void {
  const employers = [...things.PUBLIC_BODY.slice(0, 20), ...things.GOVERNMENT, ...things.PUBLIC_BODY.slice(20)];
  for (const unit of things.BARGAINING_UNIT) {
    relate('REPRESENTS', random.prefer(things.UNION), unit, since(random, null));
    relate('EMPLOYS', random.prefer(employers), unit, since(random, null));
  }
  const parties = (to: Thing, most: number): void => {
    relate('PARTY_TO', random.prefer(things.UNION), to, { side: 'EMPLOYEE' });
    relate('PARTY_TO', random.prefer(employers), to, { side: 'EMPLOYER' });
    const more = random.between(0, most - 2);
    for (let extra = 0; extra < more; extra += 1) {
      if (random.chance(0.5)) relate('PARTY_TO', random.prefer(things.UNION), to, { side: 'EMPLOYEE' });
      else relate('PARTY_TO', random.prefer(employers), to, { side: 'EMPLOYER' });
    }
  };
  for (const round of things.BARGAINING_ROUND) {
    parties(round, 2);
    relate('COVERS', round, random.prefer(things.BARGAINING_UNIT));
    relate('CONCERNS', round, random.prefer(things.ISSUE));
    relate('CONCERNS', round, random.prefer(things.ISSUE));
  }
  for (const agreement of things.COLLECTIVE_AGREEMENT) {
    parties(agreement, 2);
    relate('COVERS', agreement, random.prefer(things.BARGAINING_UNIT));
  }
  for (const dispute of things.DISPUTE) {
    parties(dispute, 4);
    relate('PART_OF', dispute, random.pick(things.BARGAINING_ROUND));
    relate('CONCERNS', dispute, random.prefer(things.ISSUE));
  }
  for (const proposal of things.PROPOSAL) {
    relate('MAKES', random.prefer(random.chance(0.5) ? things.UNION : employers), proposal);
    relate('MADE_IN', proposal, random.prefer(things.BARGAINING_ROUND));
    relate('CONCERNS', proposal, random.prefer(things.ISSUE));
  }
  for (const event of things.EVENT) {
    relate('OCCURS_IN', event, random.prefer(random.chance(0.5) ? things.DISPUTE : things.BARGAINING_ROUND));
    relate('TAKES_PART_IN', random.prefer(things.UNION), event, { role: 'host' });
    relate('TAKES_PART_IN', random.prefer(things.PERSON), event);
  }
}

function relateLaw(things: Things, random: Random, relate: Relate): void {
  for (const law of things.LEGISLATION) {
    const government = random.prefer(things.GOVERNMENT);
    relate('INTRODUCES', government, law);
    relate('ENACTS', government, law);
    relate('CONCERNS', law, random.prefer(things.ISSUE));
    for (let affected = 0; affected < 3; affected += 1) relate('AFFECTS', law, random.prefer(things.BARGAINING_UNIT));
  }
  for (const challenge of things.LEGAL_CHALLENGE) {
    relate('CHALLENGES', challenge, random.prefer(things.LEGISLATION));
    relate('HEARD_BY', challenge, random.prefer(things.COURT));
    relate('PARTY_TO', random.prefer(things.UNION), challenge, { side: 'APPLICANT' });
    relate('PARTY_TO', random.prefer(things.GOVERNMENT), challenge, { side: 'RESPONDENT' });
  }
}

/** Who said what, of what, and which claims that bears on. */
function relateSpeech(things: Things, random: Random, relate: Relate): void {
  for (const statement of things.STATEMENT) {
    relate('MAKES', random.prefer(random.chance(0.6) ? things.PERSON : things.UNION), statement);
    relate('MADE_IN', statement, random.prefer(things.EVENT));
    relate('ABOUT', statement, random.prefer(random.chance(0.5) ? things.DISPUTE : things.LEGISLATION));
    relate(
      random.pick(['ASSERTS', 'DISPUTES', 'DENIES', 'SUPPORTS', 'QUALIFIES']),
      statement,
      random.prefer(things.CLAIM),
    );
  }
  for (const claim of things.CLAIM) {
    relate('ABOUT', claim, random.prefer(random.chance(0.5) ? things.PROPOSAL : things.LEGISLATION));
    relate('CONCERNS', claim, random.prefer(things.ISSUE));
    relate('ASSERTS', random.prefer(things.PERSON), claim);
  }
}

const actorsOf = (things: Things): Thing[] => actorKinds.flatMap((kind) => things[kind]);

function relateMore(things: Things, actors: readonly Thing[], random: Random, relate: Relate): void {
  const actor = random.chance(0.5) ? random.prefer(actors) : random.prefer(things.UNION);
  const position = random.pick(['SUPPORT', 'OPPOSE', 'CONDITIONAL', 'NEUTRAL']);
  const more: (() => void)[] = [
    () => relate('TAKES_PART_IN', actor, random.pick(things.EVENT)),
    () => relate('TAKES_POSITION', actor, random.pick(things.PROPOSAL), { position, ...since(random, null) }),
    () => relate('STANCE_TOWARDS', actor, random.pick(actors), since(random, null)),
    () => relate('MEMBER_OF', random.pick(things.PERSON), random.prefer(things.UNION), since(random, null)),
    () => relate(random.pick(['ASSERTS', 'DISPUTES']), actor, random.pick(things.CLAIM)),
  ];
  random.pick(more)();
}
