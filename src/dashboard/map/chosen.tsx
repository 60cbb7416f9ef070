/** What is chosen on the map: an entity, or a line with all relationships that it stands for. */
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ChosenOnMapQuery } from '../../generated/operations/graphql.ts';
import { useChange, useTo } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { Qualified } from '../panels/facts.tsx';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Name, OurWords } from '../parts/inLanguage.tsx';
import { Answer } from '../parts/panel.tsx';
import { Standing } from '../parts/standing.tsx';
import { TruncationNote } from '../parts/truncationNote.tsx';
import { useQuestion } from '../question.ts';
import { relationshipWord, termWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import type { Choice } from './choice.ts';
import type { Facts } from './facts.ts';
import { Chosen } from './queries.ts';

type Node = NonNullable<ChosenOnMapQuery['nodes'][number]>;
type EntityNode = Extract<Node, { kind: unknown }>;
type RelationshipNode = Extract<Node, { label: unknown }>;

export function ChosenOne({ facts, choice: { chosen, expand, language } }: { facts: Facts; choice: Choice }) {
  const { map: words } = useWords();
  const changeAddress = useChange();
  const box = useRef<HTMLElement>(null);
  const ids = idsOf(facts, chosen);
  const question = useQuestion(Chosen, { ids, language }, ids.length === 0);
  useEffect(() => {
    // On a narrow screen it may stand below what it was chosen on.
    if (chosen !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (ids.length === 0) return <p className="hint chosen">{words.hint}</p>;
  return (
    <section ref={box} id="chosen" className="chosen" aria-label={words.chosen} aria-live="polite" tabIndex={-1}>
      <button
        type="button"
        className="plain close"
        aria-label={words.unchoose}
        title={words.unchoose}
        onClick={() => changeAddress({ chosen: null }, true)}
      >
        ×
      </button>
      <Answer question={question}>
        {({ nodes }) => {
          // While another is asked for, the one before is still there.
          const found = nodes.filter((node) => node !== null && ids.includes(node.id));
          return found.map((node) => {
            if (node !== null && 'kind' in node) return <AnEntity key={node.id} entity={node} expand={expand} />;
            if (node !== null && 'label' in node)
              return <ARelationship key={node.id} relationship={node} facts={facts} />;
            return null;
          });
        }}
      </Answer>
      <TruncationNote truncations={question.truncations} askForRest={question.askForRest} />
    </section>
  );
}

/** The entity itself, or all relationships between the ends of the one that is chosen. */
function idsOf({ entities, relationships }: Facts, chosen: string | null): string[] {
  if (chosen === null) return [];
  if (entities.has(chosen)) return [chosen];
  const one = relationships.get(chosen);
  if (one === undefined) return [];
  const ends = [one.subject, one.object];
  return [...relationships.values()]
    .filter(({ subject, object }) => ends.includes(subject) && ends.includes(object))
    .map(({ id }) => id);
}

function AnEntity({ entity, expand }: { entity: EntityNode; expand: readonly string[] }) {
  const words = useWords();
  const to = useTo();
  const changeAddress = useChange();
  const opened = expand.includes(entity.id);
  return (
    <>
      <p className="line">
        <KindLabel kind={entity.kind} /> {entity.subtype && <small>{termWord(words, entity.subtype)}</small>}{' '}
        <Standing of={entity} /> <Attributed to={teller(entity)} />
      </p>
      <h3>
        <Name of={entity} /> <Sources fact={entity.id} of={entity.name} evidence={entity.evidence} />
      </h3>
      {entity.summary !== entity.name && (
        <p>
          <OurWords>{entity.summary}</OurWords>
        </p>
      )}
      <p className="ways">
        <EntityLink entity={entity}>{words.map.open}</EntityLink>
        <Link href={to('/map', { of: entity.id })}>{words.map.centre}</Link>
        <button
          type="button"
          aria-pressed={opened}
          onClick={() =>
            changeAddress({ expand: opened ? expand.filter((id) => id !== entity.id) : [...expand, entity.id] })
          }
        >
          {words.map.expand}
        </button>
      </p>
    </>
  );
}

function ARelationship({ relationship, facts }: { relationship: RelationshipNode; facts: Facts }) {
  const words = useWords();
  const { id, subject, object, type, label, accordingTo, evidence } = relationship;
  const word = relationshipWord(words, type, 'OUT', label);
  return (
    <div className="relationship">
      <p>
        <EntityLink entity={subject} /> <strong>{word}</strong> <EntityLink entity={object} />{' '}
        <Certainty certainty={facts.relationships.get(id)?.certainty} />{' '}
        <Sources
          fact={id}
          of={attributed(`${subject.name} ${word} ${object.name}`, accordingTo, words)}
          evidence={evidence}
        />
      </p>
      <Qualified relationship={relationship} terms={[relationship.side, relationship.position]} />
    </div>
  );
}
