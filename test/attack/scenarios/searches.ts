import { repeat, type Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';

const fields =
  'id kind name summary evidence { nodes { paragraph anchors } } relationships(first: 20) { nodes { id label note } }';

export const searches: Scenario = {
  title: 'row 77: broad searches, each of them new, leave the memory within bounds',
  meant: ['OVERLOADED', 'TIME_LIMIT'],
  run: async ({ ask, random }) =>
    await repeat(120, 6, async (index) => {
      const words = `government OR union OR wages OR q${random.below(1e9)}`;
      const list = `entities(first: 100, filter: { text: ${JSON.stringify(words)} }) { nodes { ${fields} } }`;
      const search = `search(query: ${JSON.stringify(words)}, first: 100) { edges { node { ${fields} } matches { segments { text } } } }`;
      await ask(posted({ query: `{ ${index % 2 === 0 ? list : search} }` }));
    }),
};
