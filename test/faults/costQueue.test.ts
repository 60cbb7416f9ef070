/** Costly questions wait for their turn, so that others are answered between them. */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openCostQueue } from '../../src/graph/costQueue.ts';

it('row 44: costly questions are worked on in their order, so many at a time, and one that is costlier alone', async () => {
  const queue = openCostQueue(100);
  const began: string[] = [];
  const take = (name: string, cost: number) => {
    const turn = queue.take(cost);
    if (turn.come === undefined) began.push(name);
    else void turn.come.then(() => began.push(name));
    return turn;
  };
  const first = take('first', 60);
  const second = take('second', 60);
  const third = take('third', 10);
  const alone = take('alone', 500);
  await setImmediate();
  expect(began).toEqual(['first']);
  first.end();
  await setImmediate();
  await setImmediate();
  expect(began).toEqual(['first', 'second', 'third']);
  second.end();
  await setImmediate();
  expect(began).toHaveLength(3);
  third.end();
  await setImmediate();
  await setImmediate();
  expect(began.at(-1)).toBe('alone');
  alone.end();
  await setImmediate();
  expect(queue.take(100).come).toBeUndefined();
});

it('row 44: who goes while waiting leaves the turn to the next', async () => {
  const queue = openCostQueue(100);
  const first = queue.take(100);
  const gone = queue.take(100);
  const next = queue.take(100);
  gone.end();
  first.end();
  await next.come;
  next.end();
  await setImmediate();
  expect(queue.take(100).come).toBeUndefined();
});

it('row 44: who goes from the head of the queue lets the next begin that has room', async () => {
  const queue = openCostQueue(100);
  queue.take(60);
  const large = queue.take(60);
  const small = queue.take(10);
  large.end();
  await small.come;
});

it('row 44: of what arrives together one is worked on in each turn of the event loop, though each is answered at once', async () => {
  const queue = openCostQueue(100);
  const first = queue.take(80);
  first.end();
  const second = queue.take(80);
  expect(second.come).toBeDefined();
  await second.come;
  second.end();
});
