/** Names that may be none: what only its place in the text makes an organization, and is named once. */
import type { Mention, Named } from '../types.ts';

/** Whether a name stands in the article in passing. `proper`: the proper names, in the order of the text. */
export const isPassing = ({ key, rule }: Named, proper: readonly Mention[]): boolean =>
  rule === 'name: organization by its place in the text' && proper.filter(({ entity }) => entity === key).length < 2;
