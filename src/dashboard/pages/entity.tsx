/** The page of an entity of any kind: what it is, and the panels that fit its kind. */
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { EntityQuery } from '../../generated/operations/graphql.ts';
import { historyPath, useAsOf, useTo } from '../address.ts';
import { dateWords, dayWords } from '../dates.ts';
import { SafeLink } from '../evidence/drawer.tsx';
import { Sources } from '../evidence/sources.tsx';
import { presenceOn } from '../onDay.ts';
import { Around } from '../panels/around.tsx';
import { Related } from '../panels/related.tsx';
import { storyOf } from '../panels/story.tsx';
import { Timeline } from '../panels/timeline.tsx';
import { Attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Name, OurWords } from '../parts/inLanguage.tsx';
import { Answer } from '../parts/panel.tsx';
import { NotYet } from '../parts/panelContext.ts';
import { Standing } from '../parts/standing.tsx';
import { TruncationNote } from '../parts/truncationNote.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Span } from '../parts/when.tsx';
import { useQuestion } from '../question.ts';
import { attributeWord, termWord } from '../vocabulary.ts';
import { useLang, useLanguage, useWords } from '../words.ts';

const Entity = graphql(`
  query Entity($id: ID!, $language: Language!) {
    entity(id: $id) {
      id
      kind
      name(language: $language)
      nameLanguage(language: $language)
      names {
        text
        language
        type
      }
      identifiers {
        scheme
        value
        url(language: $language)
        evidence {
          ...Sources
        }
      }
      summary
      notStated {
        attribute
        knownBy
        evidence {
          ...Sources
        }
      }
      evidence {
        ...Sources
      }
      mentionedIn {
        totalCount
        nodes {
          id
          kind
          name(language: $language)
          nameLanguage(language: $language)
          ...Publication
        }
      }
      subtype
      ...Standing
      ...Told
      ...Lasting
      ...Began
    }
  }
`);

export function EntityPage({ id }: { id: string }) {
  const words = useWords();
  const to = useTo();
  const day = useAsOf();
  const question = useQuestion(Entity, { id, language: useLanguage() });
  const entity = question.data?.entity;
  useTitle(entity?.name);
  if (entity === null) {
    return (
      <div className="page">
        <h1>{words.entity.unknown}</h1>
        <p>
          <code>{id}</code>: {words.entity.unknownHint}
        </p>
        <p>
          <Link href={to(historyPath(id))}>{words.entity.removedHint}</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="page entity-page">
      <Answer question={question}>
        {() =>
          entity && (
            <>
              <Head entity={entity} />
              <Absence entity={entity} />
              <TruncationNote truncations={question.truncations} askForRest={question.askForRest} />
              <NotYet value={presenceOn(day, entity) === 'LATER'}>
                <div className="panels">
                  {storyOf(entity.kind).map((Part) => (
                    <Part key={Part.name} id={id} />
                  ))}
                  <Timeline of={id} />
                  <Around of={id} />
                  <Related of={id} />
                  <MentionedIn entity={entity} />
                </div>
              </NotYet>
            </>
          )
        }
      </Answer>
    </div>
  );
}

type Entity = NonNullable<EntityQuery['entity']>;

function Head({ entity }: { entity: Entity }) {
  const words = useWords();
  const to = useTo();
  const [parameters] = useSearchParams();
  if (parameters.has('panel')) return null;
  return (
    <header className="entity-head" data-kind={entity.kind}>
      <p className="line">
        <KindLabel kind={entity.kind} />
        {entity.subtype && <span>{termWord(words, entity.subtype)}</span>}
        <Standing of={entity} />
        {'start' in entity && <Span from={entity.start} to={entity.end} isPeriod={entity.isPeriod} />}
        <Attributed to={teller(entity)} />
      </p>
      <h1>
        <Name of={entity} /> <Sources fact={entity.id} of={entity.name} evidence={entity.evidence} />
      </h1>
      <OtherNames of={entity} />
      {entity.summary !== entity.name && (
        <p className="summary">
          {entity.kind === 'STATEMENT' && <small>{words.story.ourSummary} </small>}
          <OurWords>{entity.summary}</OurWords>
        </p>
      )}
      <Identifiers of={entity} />
      <NotStated of={entity} />
      <p className="ways">
        <Link href={to('/map', { of: entity.id })}>{words.entity.onMap}</Link>
        <Link href={to('/path', { from: entity.id })}>{words.entity.pathFrom}</Link>
        <Link href={to(historyPath(entity.id))}>{words.known.history}</Link>
      </p>
    </header>
  );
}

function OtherNames({ of: { name, names } }: { of: Entity }) {
  const words = useWords();
  const others = names.filter(({ text }) => text !== name);
  if (others.length === 0) return null;
  return (
    <p className="names">
      {words.entity.alsoKnown}{' '}
      {others.map(({ text, language }, index) => (
        <span key={`${text}${language}`}>
          {index > 0 && ' · '}
          <span lang={language.toLowerCase()}>{text}</span>
        </span>
      ))}
    </p>
  );
}

/** What registers of others know it by, each a way to its page there. */
function Identifiers({ of: { id, identifiers } }: { of: Entity }) {
  const words = useWords();
  if (identifiers.length === 0) return null;
  return (
    <p className="identifiers">
      {words.entity.elsewhere}
      {words.colon}
      {identifiers.map(({ scheme, value, url, evidence }, index) => {
        const attribute = scheme.toLowerCase();
        const register = attributeWord(words, attribute);
        return (
          <span key={scheme}>
            {index > 0 && ' · '}
            <a href={url} rel="noreferrer noopener">
              {register} <bdi>{value}</bdi>
            </a>{' '}
            <Sources fact={`${id}.${attribute}`} of={words.labelled(register, value)} evidence={evidence} />
          </span>
        );
      })}
    </p>
  );
}

/** What the sources leave open, and who would know. */
function NotStated({ of: { id, notStated } }: { of: Entity }) {
  const words = useWords();
  if (notStated.length === 0) return null;
  return (
    <p className="left-open">
      {words.entity.notStated}
      {words.colon}
      {notStated.map(({ attribute, knownBy, evidence }, index) => (
        <span key={attribute}>
          {index > 0 && ', '}
          <span className="not-stated">{attributeWord(words, attribute)}</span>
          {knownBy !== null && <small> ({words.entity.knownBy[knownBy]})</small>}
          {evidence.nodes.length > 0 && ' '}
          <Sources
            fact={`${id}.${attribute}`}
            of={words.labelled(attributeWord(words, attribute), words.entity.notStatedHint)}
            evidence={evidence}
          />
        </span>
      ))}
    </p>
  );
}

/** That it was not there yet on the chosen day, or that nobody can tell. */
function Absence({ entity }: { entity: Entity }) {
  const words = useWords();
  const lang = useLang();
  const day = useAsOf();
  const presence = presenceOn(day, entity);
  if (day === null || presence === 'THERE') return null;
  const start = 'start' in entity && entity.start ? dateWords(entity.start, words, lang) : '';
  const text = presence === 'LATER' ? words.asOf.later : words.asOf.startUnknown;
  return <p className="absence">{text(dayWords(day, lang), start)}</p>;
}

/** The articles that the page's facts come from, and what else is cited for the entity itself. */
function MentionedIn({ entity }: { entity: Entity }) {
  const words = useWords();
  const lang = useLang();
  const day = useAsOf();
  const [parameters] = useSearchParams();
  const articles = entity.mentionedIn.nodes.filter(({ id }) => id !== entity.id);
  const citations = new Map(
    entity.evidence.nodes.flatMap(({ citation, url }) => (citation === null ? [] : [[citation, url] as const])),
  );
  if (articles.length + citations.size === 0 || parameters.has('panel')) return null;
  return (
    <section className="panel" aria-labelledby="sources-title">
      <header>
        <h2 id="sources-title">{words.entity.sources}</h2>
      </header>
      {day !== null && <p className="hint all-days">{words.asOf.allDaysShown(dayWords(day, lang))}</p>}
      <ul className="plain-list">
        {articles.map((article) => (
          <li key={article.id}>
            <EntityLink entity={article} />
            <small>
              {article.publisher?.name}
              {article.published && `, ${dateWords(article.published, words, lang)}`}
            </small>
          </li>
        ))}
        {[...citations].map(([citation, url]) => (
          <li key={citation}>
            {citation}
            {url !== null && <SafeLink address={url} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
