import { repeat, type Scenario } from '../attack.ts';
import { gotten, posted } from '../envelope.ts';
import { textOf } from '../sockets.ts';
import { errorsOf, parsed } from '../verdict.ts';

/** Who attacks must know what a healthy service says. */
export const honest: Scenario = {
  title: 'honest questions of docs/api.md and the dashboard are answered, by POST and by GET',
  run: async ({ pool, ask, find }) =>
    await repeat(pool.honest.length, 4, async (index) => {
      const question = pool.honest[index] ?? {};
      for (const envelope of [posted(question), gotten(question)]) {
        const answer = await ask(envelope);
        const errors = answer === undefined ? [] : errorsOf(parsed(textOf(answer)));
        if (answer?.status !== 200 || errors.length > 0)
          find(`${answer?.status} ${JSON.stringify(errors)} for ${JSON.stringify(question).slice(0, 200)}`);
      }
    }),
};
