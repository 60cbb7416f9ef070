/** The button beside a fact that opens where it comes from. */
import { useContext, useEffect, useRef } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import { useChange } from '../address.ts';
import { PanelName } from '../parts/panelContext.ts';
import { AskForRest } from '../parts/truncationNote.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words.ts';
import { type Cited, isCut } from './cited.ts';
import { offer } from './shelf.ts';

/** What every query asks of its facts' evidence. */
export const SourceOfFact = graphql(`
  fragment Source on Evidence {
    basis
    attribute
    paragraph
    anchors
    quotation
    rule
    citation
    url
    verification
    article {
      id
      name(language: $language)
      nameLanguage(language: $language)
      address
      ...Publication
    }
    passage {
      role
      text
    }
  }
`);

/** A page of them, and how many there are. */
export const SourcesOfFact = graphql(`
  fragment Sources on EvidenceConnection {
    nodes {
      ...Source
    }
    totalCount
  }
`);

/**
 * A button that opens the sources of one fact.
 * @param fact the fact's id, unique in the panel: the address keeps both, so that the open sources can be linked to.
 * @param of the fact in words, for whoever cannot see what the button stands beside.
 */
export function Sources({ fact, of, evidence }: { fact: string; of: string; evidence: Cited }) {
  const words = useWords();
  const changeAddress = useChange();
  const panel = useContext(PanelName);
  const askForRest = useContext(AskForRest);
  const key = panel === '' ? fact : `${panel}:${fact}`;
  const latest = useRef(askForRest);
  latest.current = askForRest;
  useEffect(() => offer(key, { of, evidence, askForRest: () => latest.current?.() }), [key, of, evidence]);
  if (evidence.nodes.length === 0) return null;
  const said = sourcesWord(evidence, words);
  return (
    <button
      type="button"
      className="sources"
      aria-label={words.labelled(said, of)}
      title={said}
      aria-haspopup="dialog"
      onClick={() => changeAddress({ source: key })}
    >
      {evidence.nodes.length}
      {isCut(evidence) && '+'}
    </button>
  );
}

/** `7 sources`; of a list that was cut, `5 of 7 sources`. */
export function sourcesWord(evidence: Cited, { evidence: words }: Words): string {
  const shown = evidence.nodes.length;
  return isCut(evidence) ? words.sourcesOf(shown, evidence.totalCount) : words.sources(shown);
}
