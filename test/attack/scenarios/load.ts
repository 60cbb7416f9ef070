import { repeat, type Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';

const page = (inner: string): string =>
  `relationships(first: 13) { nodes { id label object { id name summary ${inner} } } }`;
const query = `{ entities(first: 100) { nodes { ${page(page('kind'))} } } }`;

/** Each costs a third of what one may cost, all of them eight times what may be worked on at a time. */
export const load: Scenario = {
  title: 'row 44: many costly questions at once leave room for the answer that it lives',
  meant: ['OVERLOADED', 'TIME_LIMIT'],
  run: async ({ ask }) => await repeat(21, 21, async () => await ask(posted({ query }))),
};
