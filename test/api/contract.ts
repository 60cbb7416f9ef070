/**
 * The schema as a contract with whoever asks: what was once offered stays, unless breaking.yaml says why it does not.
 *
 * The contract is the schema as it is printed, without the descriptions, which may change freely. `npm run contract`
 * alone moves it forward, and refuses to do so past a breaking change that nobody has given a reason for. It needs no
 * history of versions to compare with, so it works in any copy of the files; its seal shows that it was not moved by
 * hand.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { buildSchema, parse, print, printSchema, visit } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql');

const contractPath = new URL('contract.graphql', import.meta.url);
const acknowledgedPath = new URL('breaking.yaml', import.meta.url);

export interface Contract {
  /** Grows by one with every breaking change, or several at once. */
  readonly number: number;
  readonly sdl: string;
  /** False if the file is not as `npm run contract` left it. */
  readonly sealed: boolean;
}

export const acknowledgements = z.array(
  z.strictObject({
    /** The number of the contract that it breaks. */
    contract: z.number().int().positive(),
    /** In the words of the report; several that have one reason, such as a name that many types share. */
    change: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    /** Why it cannot be spared those who ask. */
    reason: z.string().min(20),
  }),
);
export type Acknowledgements = z.infer<typeof acknowledgements>;

/** The SDL without descriptions: words may change at any time. */
export function offeredBy(schema: GraphQLSchema): string {
  const withoutWords = visit(parse(printSchema(schema)), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(withoutWords)}\n`;
}

const sealOf = (number: number, sdl: string): string =>
  createHash('sha256').update(`${number}\n${sdl}`).digest('hex').slice(0, 16);

export function readContract(): Contract {
  const text = readFileSync(contractPath, 'utf8');
  const [, number, seal] = /^# Contract (\d+), seal (\w+)\./.exec(text) ?? [];
  const sdl = text.slice(text.indexOf('\n\n') + 2);
  return { number: Number(number), sdl, sealed: seal === sealOf(Number(number), sdl) };
}

export function writeContract(number: number, sdl: string): void {
  const head = `# Contract ${number}, seal ${sealOf(number, sdl)}. Written by npm run contract; see contract.ts.`;
  writeFileSync(contractPath, `${head}\n\n${sdl}`);
}

export const readAcknowledgements = (): Acknowledgements =>
  acknowledgements.parse(parseYaml(readFileSync(acknowledgedPath, 'utf8')) ?? []);

export interface Comparison {
  /** Breaking changes without a reason. */
  readonly unacknowledged: readonly string[];
  /** Reasons for changes that there are none of. */
  readonly idle: readonly string[];
  readonly breaks: boolean;
}

/** Compares what a schema offers with what the contract says. */
export async function compare(
  { number, sdl }: Contract,
  offered: string,
  acknowledged: Acknowledgements,
): Promise<Comparison> {
  const changes = await diff(buildSchema(sdl), buildSchema(offered));
  const breaking = changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
  const given = acknowledged.filter(({ contract }) => contract === number).flatMap(({ change }) => change);
  return {
    unacknowledged: breaking.filter((change) => !given.includes(change)),
    idle: given.filter((change) => !breaking.includes(change)),
    breaks: breaking.length > 0,
  };
}
