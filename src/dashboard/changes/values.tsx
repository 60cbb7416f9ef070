/** What a field was or became, in words as far as there are any. */
import { amountWords } from '../amounts.ts';
import { OurWords } from '../parts/inLanguage.tsx';
import { useLang, useWords } from '../words.ts';
import { isReference } from './called.ts';
import type { Change } from './change.ts';
import { FactName, useNames } from './names.tsx';
import { useChangesWords } from './said.ts';
import { numbers, prose, valueWords } from './valueWords.ts';

/** @param value null: nothing. */
export function Value({ change, field, value }: { change: Change; field: string; value: string | null }) {
  const words = useWords();
  const said = useChangesWords();
  const lang = useLang();
  const { facts } = useNames();
  if (value === null || value === '') return <span className="not-stated">{said.nothing}</span>;
  if (isReference(field)) {
    return value.split('; ').map((id, index) => (
      <span key={id}>
        {index > 0 && ', '}
        <FactName id={id} />
      </span>
    ));
  }
  if (prose.includes(field) || field.endsWith('Note')) return <OurWords>{words.roles[value] ?? value}</OurWords>;
  if (value === 'true' || value === 'false') return value === 'true' ? said.yes : said.no;
  const fact = facts.get(change.fact);
  const unit = fact !== undefined && 'unit' in fact && field === 'value' ? (fact.unit ?? null) : null;
  if (numbers.includes(field)) return amountWords(Number(value), unit, words, lang);
  return valueWords(change, field, value, words, lang);
}
