import { repeat, type Scenario } from '../attack.ts';
import { mutated } from '../mutate.ts';

/** How many random queries are made at a time. */
const batch = 100;

export const random: Scenario = {
  title: 'requests changed by chance in each part of their envelope are answered as they should be',
  meant: ['OVERLOADED', 'BUSY'],
  run: async ({ ask, pool, random: choose, until }) => {
    while (performance.now() < until) {
      const questions = [...pool.honest, ...pool.random(choose.below(2 ** 31), batch)];
      await repeat(batch * 4, 8, async () => {
        if (performance.now() < until) await ask(mutated(choose.pick(questions), choose));
      });
    }
  },
};
