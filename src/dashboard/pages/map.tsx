/** The map: of what lies around an entity, or of the whole graph. */
import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import { useChange, useTo } from '../address.ts';
import { AroundMap } from '../map/around.tsx';
import { type Choice, depths, useChoice } from '../map/choice.ts';
import { WholeMap } from '../map/whole.tsx';
import { EntityPicker } from '../parts/searchBox.tsx';
import { Trouble } from '../parts/states.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { useQuestion } from '../question.ts';
import { useWords } from '../words.ts';
import '../style/map.css';

const Middle = graphql(`
  query MiddleOfMap($id: ID!, $language: Language!) {
    entity(id: $id) {
      id
      name(language: $language)
    }
  }
`);

export function MapPage() {
  const words = useWords();
  const choice = useChoice();
  const { of, language } = choice;
  const { data, problem, askAgain } = useQuestion(Middle, { id: of ?? '', language }, of === null);
  const middle = of !== null && data?.entity?.id === of ? data.entity : undefined;
  const title = middle === undefined ? words.map.title : words.map.around(middle.name);
  useTitle(title);
  const unknown = of !== null && data !== undefined && data.entity === null;
  return (
    <div className="page map-page">
      <h1>{words.map.title}</h1>
      <Controls choice={choice} name={middle?.name ?? ''} />
      {problem !== null && <Trouble problem={problem} stale={false} askAgain={askAgain} />}
      {unknown && (
        <p>
          <code>{of}</code>: {words.entity.unknownHint}
        </p>
      )}
      {of === null ? (
        <WholeMap choice={choice} />
      ) : (
        !unknown && <AroundMap key={of} choice={choice} of={of} title={title} />
      )}
    </div>
  );
}

function Controls({ choice: { of, depth, throughHubs }, name }: { choice: Choice; name: string }) {
  const { map: words } = useWords();
  const changeAddress = useChange();
  const to = useTo();
  // Another middle is another map: what was opened up and chosen on this one is left behind.
  const start = (id: string): void => changeAddress({ of: id, expand: null, chosen: null, kinds: null, types: null });
  return (
    <div className="filters map-controls">
      <div className="centre">
        <span>{words.of}</span>
        <EntityPicker label={words.of} placeholder={words.choose} initial={name} choose={start} />
      </div>
      {of !== null && (
        <>
          <label>
            {words.depth}
            <select value={depth} onChange={(event) => changeAddress({ depth: event.target.value }, true)}>
              {depths.map((steps) => (
                <option key={steps}>{steps}</option>
              ))}
            </select>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={throughHubs}
              onChange={(event) => changeAddress({ hubs: event.target.checked ? '1' : null }, true)}
            />
            {words.hubs}
          </label>
          <Link href={to('/map')}>{words.whole}</Link>
        </>
      )}
    </div>
  );
}
