/** What changed by its name: as it is called now, or, of what was removed, as it was called then. */
import { createContext, type ReactNode, useContext } from 'react';
import { Link } from 'wouter';
import type { NamesOfFactsQuery } from '../../generated/operations/graphql.ts';
import { historyPath, useTo } from '../address.ts';
import { Attributed } from '../parts/attributed.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import type { Named } from '../parts/named.ts';
import { Waiting } from '../parts/states.tsx';
import { useQuestion } from '../question.ts';
import { relationshipWord, termWord } from '../vocabulary.ts';
import { useLang, useLanguage, useWords } from '../words.ts';
import { idsIn, nameIn } from './called.ts';
import type { Change } from './change.ts';
import { NamesOfFacts } from './queries.ts';
import { useChangesWords } from './said.ts';

export type Fact = NonNullable<NonNullable<NamesOfFactsQuery['nodes']>[number]>;

interface Names {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly changes: readonly Change[];
}

const NamesContext = createContext<Names>({ facts: new Map(), changes: [] });

export const useNames = (): Names => useContext(NamesContext);

/** Asks for the names, and shows the changes when they have come: nothing that is shown is called otherwise then. */
export function WithNames({ changes, children }: { changes: readonly Change[]; children: ReactNode }) {
  const ids = idsIn(changes);
  const { data, problem, slow } = useQuestion(NamesOfFacts, { ids, language: useLanguage() }, ids.length === 0);
  if (data === undefined && problem === null && ids.length > 0) return <Waiting slow={slow} />;
  const facts = new Map((data?.nodes ?? []).flatMap((fact) => (fact === null ? [] : [[fact.id, fact] as const])));
  return <NamesContext value={{ facts, changes }}>{children}</NamesContext>;
}

/** The fact with an id, linked; what was removed leads to its history. */
export function FactName({ id }: { id: string }) {
  const words = useWords();
  const { facts } = useNames();
  const fact = facts.get(id);
  if (fact === undefined) return <Gone id={id} />;
  if ('name' in fact) return <EntityLink entity={fact} />;
  if ('subject' in fact) {
    return (
      <>
        <Ends subject={fact.subject} type={fact.type} object={fact.object} /> <Attributed to={fact.accordingTo} />
      </>
    );
  }
  if ('issue' in fact) {
    return (
      <>
        <EntityLink entity={fact.of} />, <EntityLink entity={fact.issue} />
      </>
    );
  }
  if ('stage' in fact) {
    return (
      <>
        <EntityLink entity={fact.legislation} />, {termWord(words, fact.stage)}
      </>
    );
  }
  if (!('effect' in fact)) return <code>{id}</code>;
  return (
    <>
      <EntityLink entity={fact.legislation} />, <OurWords>{fact.effect}</OurWords>
    </>
  );
}

function Ends({ subject, type, object }: { subject: Named; type: string; object: Named }) {
  const words = useWords();
  return (
    <>
      <EntityLink entity={subject} /> {relationshipWord(words, type, 'OUT', wordOf(type))}{' '}
      <EntityLink entity={object} />
    </>
  );
}

/** `HAS_MEMBER` as "has member". */
const wordOf = (type: string): string => type.toLowerCase().replaceAll('_', ' ');

/** What is not in the graph any more. */
function Gone({ id }: { id: string }) {
  const said = useChangesWords();
  const words = useWords();
  const to = useTo();
  const lang = useLang();
  const { changes } = useNames();
  const change = changes.find(({ fact }) => fact === id);
  const fields = new Map(change?.fields.map(({ field, before, after }) => [field, before ?? after] as const));
  const [subject, type, object] = ['subjectId', 'type', 'objectId'].map((field) => fields.get(field) ?? null);
  if (change?.sort === 'RELATIONSHIP' && subject && type && object) {
    return (
      <>
        <FactName id={subject} /> {relationshipWord(words, type, 'OUT', wordOf(type))} <FactName id={object} />
      </>
    );
  }
  const name = nameIn(fields.get('names') ?? '', lang);
  return (
    <>
      <Link href={to(historyPath(id))}>{name ?? <code>{id}</code>}</Link> <small>({said.removed})</small>
    </>
  );
}
