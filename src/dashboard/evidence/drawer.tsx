/** The sources of the fact that the address names, at the side of the page. */
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { SourceFragment } from '../../generated/operations/graphql.ts';
import { historyPath, useChange, useTo } from '../address.ts';
import { dateWords } from '../dates.ts';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { attributeWord, termWord } from '../vocabulary.ts';
import { useLang, useWords } from '../words.ts';
import { isCut } from './cited.ts';
import { marked } from './marked.ts';
import { useFact } from './shelf.ts';
import { sourcesWord } from './sources.tsx';

export function Drawer() {
  const words = useWords();
  const [parameters] = useSearchParams();
  const changeAddress = useChange();
  const to = useTo();
  const source = parameters.get('source') ?? '';
  const fact = useFact(source);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (fact === undefined) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [fact]);
  const close = (): void => changeAddress({ source: null });
  return (
    // A click beside the drawer closes it; Escape and the button do the same for the keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog itself answers Escape
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onCancel={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      {fact !== undefined && (
        <div className="inside">
          <header>
            <h2 id="drawer-title">{words.evidence.title}</h2>
            <button type="button" className="close" aria-label={words.evidence.close} onClick={close}>
              ×
            </button>
          </header>
          <p className="of">{fact.of}</p>
          {isCut(fact.evidence) && (
            <p className="hint truncated" role="status">
              {sourcesWord(fact.evidence, words)}{' '}
              <button type="button" onClick={fact.askForRest}>
                {words.truncated.rest}
              </button>
            </p>
          )}
          <ol>
            {fact.evidence.nodes.map((source, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order of a fact's sources does not change
              <li key={index}>
                <Source source={source} />
              </li>
            ))}
          </ol>
          <p>
            <Link href={to(historyPath(source.slice(source.indexOf(':') + 1)))}>{words.known.history}</Link>
          </p>
        </div>
      )}
    </dialog>
  );
}

function Source({ source }: { source: SourceFragment }) {
  const words = useWords();
  const lang = useLang();
  const { evidence } = words;
  const { article, paragraph, passage, basis, rule, citation, url, attribute } = source;
  return (
    <article className="source">
      {article && (
        <p className="where">
          <EntityLink entity={{ ...article, kind: 'ARTICLE' }}>{article.publisher?.name}</EntityLink>
          {article.published && <>, {dateWords(article.published, words, lang)}</>}
          {paragraph !== null && <>, {evidence.paragraph(paragraph)}</>}
          {passage && <span className="role"> · {termWord(words, passage.role)}</span>}
        </p>
      )}
      <p className="basis-line">
        {{ STATED: evidence.stated, DERIVED: evidence.derived, EXTERNAL: evidence.external }[basis]}
        {attribute !== null && <> {evidence.attribute(attributeWord(words, attribute))}</>}
        {rule !== null && (
          <>
            {words.colon}
            <OurWords>{rule}</OurWords>
          </>
        )}
        {citation !== null && words.colon + citation}
        {source.quotation !== null && <> · {termWord(words, source.quotation)}</>}
        {source.verification === 'VERIFIED' && <> · {evidence.verified}</>}
      </p>
      {url !== null && <SafeLink address={url} />}
      {article?.address && <SafeLink address={article.address} />}
      {article && <Passage source={source} />}
    </article>
  );
}

/** The passage with its anchors marked, or how its text could be had. */
function Passage({ source: { passage, anchors, verification } }: { source: SourceFragment }) {
  const { evidence } = useWords();
  if (typeof passage?.text === 'string') {
    return (
      <blockquote>
        {marked(passage.text, anchors).map(({ text, anchor, at }) =>
          anchor ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </blockquote>
    );
  }
  return (
    <>
      {anchors.length > 0 && (
        <p className="anchors">
          {evidence.anchors}{' '}
          {anchors.map((anchor) => (
            <q key={anchor}>{anchor}</q>
          ))}
        </p>
      )}
      <p className="hint">
        {verification === 'DIFFERS' ? evidence.differs : `${evidence.notSupplied} ${evidence.howToSupply}`}
      </p>
    </>
  );
}

/** Addresses come from data: only those of the web are followed. */
export function SafeLink({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address)) return <p className="hint">{address}</p>;
  return (
    <p>
      <a href={address} rel="noreferrer noopener">
        {address}
      </a>
    </p>
  );
}
