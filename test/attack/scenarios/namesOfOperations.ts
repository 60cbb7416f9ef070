import { repeat, type Scenario } from '../attack.ts';
import { got, posted } from '../envelope.ts';
import { textOf } from '../sockets.ts';

/** Names in the metrics: those of the project's own operations, and no more than so many others. */
const mostNames = 200;

export const namesOfOperations: Scenario = {
  title: 'row 74: invented names of operations do not push honest ones out of the metrics',
  run: async ({ ask, find, pool, random }) => {
    await repeat(150, 8, async (index) => {
      const name = `Invented${index}x${random.below(1e6)}`;
      await ask(posted({ query: `query ${name} { graph { version } }`, operationName: name }));
    });
    const named = pool.honest.filter(({ operationName }) => operationName !== undefined);
    // A name counts once it is asked again.
    for (const question of [...named, ...named]) await ask(posted(question));
    const answer = await ask(got('/metrics'));
    const text = answer === undefined ? '' : textOf(answer);
    const names = new Set(
      [...text.matchAll(/^labourgraph_requests_total\{operation="([^"]*)"/gm)].map(([, name]) => name),
    );
    const lost = named.map(({ operationName }) => String(operationName)).filter((name) => !names.has(name));
    if (lost.length > 0)
      find(`the metrics know nothing of ${lost.length} of ${named.length} honest operations: ${lost.slice(0, 5)}`);
    if (names.size > mostNames) find(`the metrics have ${names.size} names of operations`);
  },
};
