/** A map as lists, with the same things to do: for the keyboard, for screen readers, and where nothing can be drawn. */
import { useState } from 'react';
import { useChange } from '../address.ts';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, attributed } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { capital, kindsWord, relationshipWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import type { Choice } from './choice.ts';
import type { Facts, MapEntity, MapRelationship } from './facts.ts';
import { byColor } from './palette.ts';

interface ListsProps {
  readonly facts: Facts;
  readonly choice: Choice;
  readonly choose: (id: string) => void;
  readonly open: boolean;
}

export function Lists({ facts, choice, choose, open }: ListsProps) {
  const { map: words } = useWords();
  const [shown, setShown] = useState(open);
  const show = (id: string): void => {
    choose(id);
    // What was chosen is said above; the focus follows once it is there.
    requestAnimationFrame(() => document.getElementById('chosen')?.focus());
  };
  return (
    <details className="lists" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{words.list}</summary>
      {shown && (
        <div className="two">
          <Entities facts={facts} choice={choice} show={show} />
          <Relationships facts={facts} show={show} />
        </div>
      )}
    </details>
  );
}

function Entities({ facts, choice: { expand }, show }: { facts: Facts; choice: Choice; show: (id: string) => void }) {
  const words = useWords();
  const changeAddress = useChange();
  const byKind = Map.groupBy(facts.entities.values(), ({ kind }) => kind);
  const kinds = [...byKind].sort(([a], [b]) => byColor(a, b));
  const expandButton = ({ id, name }: MapEntity) => (
    <button
      type="button"
      className="plain"
      aria-label={words.labelled(words.map.expand, name)}
      title={words.map.expand}
      aria-pressed={expand.includes(id)}
      onClick={() =>
        changeAddress({ expand: expand.includes(id) ? expand.filter((one) => one !== id) : [...expand, id] })
      }
    >
      {expand.includes(id) ? '−' : '+'}
    </button>
  );
  return (
    <section aria-label={words.map.nodes}>
      <h3>{words.map.nodes}</h3>
      {kinds.map(([kind, members]) => (
        <div key={kind}>
          <h4>{capital(kindsWord(words, kind))}</h4>
          <ul>
            {members.map((entity) => (
              <li key={entity.id}>
                <EntityLink entity={entity} /> {expandButton(entity)}
                <Show of={entity.name} show={() => show(entity.id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Relationships({ facts, show }: { facts: Facts; show: (id: string) => void }) {
  const words = useWords();
  const { entities, relationships } = facts;
  const byName = (a: MapRelationship, b: MapRelationship): number =>
    (entities.get(a.subject)?.name ?? '').localeCompare(entities.get(b.subject)?.name ?? '');
  return (
    <section aria-label={words.map.edges}>
      <h3>{words.map.edges}</h3>
      <ul>
        {[...relationships.values()].sort(byName).map(({ id, type, label, certainty, accordingTo, ...ends }) => {
          const [subject, object] = [entities.get(ends.subject), entities.get(ends.object)];
          if (subject === undefined || object === undefined) return null;
          const word = relationshipWord(words, type, 'OUT', label);
          return (
            <li key={id}>
              <EntityLink entity={subject} /> {word} <EntityLink entity={object} /> <KindLabel kind={object.kind} />{' '}
              <Attributed to={accordingTo} />
              <Certainty certainty={certainty} />
              <Show
                of={attributed(`${subject.name} ${word} ${object.name}`, accordingTo, words)}
                show={() => show(id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Show({ of, show }: { of: string; show: () => void }) {
  const words = useWords();
  return (
    <button type="button" className="plain" aria-label={words.labelled(words.map.show, of)} onClick={show}>
      {words.map.show}
    </button>
  );
}
