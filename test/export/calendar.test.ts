/** The calendar, read back by ical.js and compared with what the API says. */
import ICAL from 'ical.js';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { createEntities } from '../database.ts';
import { download, openForTest, serve } from './service.ts';

const read = async (service?: string) => {
  const text = await download('deadlines.ics', service);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { text, calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
};

const property = (event: ICAL.Event, name: string): unknown => event.component.getFirstPropertyValue(name);

interface Said {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly consequence: string | null;
  readonly start: { readonly edtf: string } | null;
  readonly extension: { readonly to: { readonly edtf: string } | null } | null;
}

test('the seeded deadlines and arrangements are in it, or counted', async () => {
  const { events: said } = await ask<{ events: { nodes: Said[] } }>(
    '{ events(first: 100) { nodes { id name type status consequence start { edtf } extension { to { edtf } } } } }',
  );
  const due = said.nodes.filter(({ type, status }) => type === 'DEADLINE' || status === 'SCHEDULED');
  const onDays = due.filter(({ start }) => /^\d{4}-\d\d-\d\d$/.test(start?.edtf ?? ''));
  expect(onDays.length).toBeGreaterThan(0);
  const { calendar, events } = await read();
  expect(events.map(({ uid }) => uid).sort()).toEqual(onDays.map(({ id }) => `${id}@labourgraph`).sort());
  expect(calendar.getFirstPropertyValue('x-labourgraph-left-out')).toBe(String(due.length - onDays.length));
  for (const { id, name, consequence, start, extension } of onDays) {
    const event = events.find(({ uid }) => uid === `${id}@labourgraph`);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(start?.edtf);
    expect(event?.summary).toBe(name);
    if (consequence !== null) expect(event?.description).toContain(`If it passes: ${consequence}`);
    expect(property(event as ICAL.Event, 'url')).toBe(new URL(`/id/${id}`, inject('url')).href);
    expect(event?.description).toMatch(/\nSource: .+, paragraph \d+/);
    if (extension?.to) expect(event?.description).toContain(`It may be moved to ${extension.to.edtf}`);
  }
});

test('a status is told as a calendar tells it, a change has a higher number, and text is as it was', async () => {
  const database = await openForTest();
  const { prisma } = database;
  const service = await serve(database);
  const day = {
    start: '2014-03-31',
    startEarliest: new Date('2014-03-31'),
    startLatest: new Date('2014-03-31'),
    startBasis: 'STATED',
  } as const;
  const month = {
    start: '2014-03',
    startEarliest: new Date('2014-03-01'),
    startLatest: new Date('2014-03-31'),
    startBasis: 'STATED',
  } as const;
  const about = { ...day, start: '2014-03-31~' };
  const two = {
    end: '2014-04-01',
    endEarliest: new Date('2014-04-01'),
    endLatest: new Date('2014-04-01'),
    endBasis: 'STATED',
  } as const;
  const event = { kind: 'EVENT', type: 'DEADLINE', summary: 'É, a; b\\c\nnext '.repeat(20) } as const;
  await createEntities(prisma, [
    { ...event, ...day, id: 'optional', status: 'OPTIONAL' },
    { ...event, ...day, ...two, id: 'off', status: 'CANCELLED' },
    { ...event, ...day, id: 'talks', type: 'TALKS', status: 'SCHEDULED' },
    { ...event, ...day, id: 'held', type: 'TALKS', status: 'OCCURRED' },
    { ...event, ...month, id: 'month' },
    { ...event, ...about, id: 'about' },
    { ...event, id: 'undated' },
  ]);
  await prisma.event.create({ data: { id: 'optional', consequence: 'a, b; c' } });
  const { text, calendar, events } = await read(service);
  const by = Object.fromEntries(events.map((one) => [one.uid.replace('@labourgraph', ''), one]));
  expect(Object.keys(by).sort()).toEqual(['off', 'optional', 'talks']);
  expect(calendar.getFirstPropertyValue('x-labourgraph-left-out')).toBe('3');
  expect(['optional', 'off', 'talks'].map((id) => property(by[id] as ICAL.Event, 'status'))).toEqual([
    'TENTATIVE',
    'CANCELLED',
    'CONFIRMED',
  ]);
  expect(by['off']?.endDate.toString()).toBe('2014-04-02');
  expect(by['optional']?.description).toBe(`${event.summary}\nIf it passes: a, b; c`);
  const lines = text.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);

  const before = by['optional'] as ICAL.Event;
  const later = new Date(Date.now() + 5000);
  await prisma.entity.update({ where: { id: 'optional' }, data: { summary: 'Moved.', updatedAt: later } });
  const after = (await read(service)).events.find(({ uid }) => uid === 'optional@labourgraph') as ICAL.Event;
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect(String(property(after, 'dtstamp'))).toBe(`${later.toISOString().slice(0, 19)}Z`);
});
