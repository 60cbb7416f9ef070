import { repeat, type Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';
import { versions } from '../versions.ts';

const fields = 'id kind name summary relationships(first: 20) { nodes { id label note } }';

/** Each reads a whole graph, if nobody has asked for it before. */
const asks = [
  `entities(first: 100) { nodes { ${fields} } }`,
  'paths(from: "psac", to: "treasury-board") { outcome }',
  'statistics(by: [KIND]) { total }',
  'search(query: "government OR union", first: 100) { nodes { id } }',
  'changes(since: 0, first: 100) { nodes { fact fields { field before after } } }',
];

export const pasts: Scenario = {
  title: 'a hundred versions of the past at once leave the memory within bounds, and keep nobody waiting',
  meant: ['OVERLOADED', 'TIME_LIMIT'],
  run: async ({ ask, random }) => {
    await repeat(2 * versions, versions, async (index) => {
      const version = (index % versions) + 1;
      await ask(posted({ query: `query @knownAt(version: ${version}) { ${asks[index % asks.length]} }` }));
    });
    await repeat(40, 8, async () => {
      const version = random.pick([-1, 0, 1e9, random.below(1e6)]);
      await ask(posted({ query: `query @knownAt(version: ${version}) { graph { version } }` }));
    });
  },
};
