/** Moves the contract forward to what the schema says: `npm run contract`. */
import { buildSchema } from '../../src/schema/index.ts';
import { compare, offeredBy, readAcknowledgements, readContract, writeContract } from './contract.ts';

const contract = readContract();
const offered = offeredBy(buildSchema());
const { unacknowledged, breaks } = await compare(contract, offered, readAcknowledgements());
if (unacknowledged.length > 0) {
  console.error(
    'These changes break what clients rely on. Deprecate instead; or say why, in test/api/breaking.yaml:\n',
  );
  for (const change of unacknowledged) {
    console.error(`- contract: ${contract.number}\n  change: ${JSON.stringify(change)}\n  reason: \n`);
  }
  process.exitCode = 1;
} else {
  const number = contract.number + (breaks ? 1 : 0);
  writeContract(number, offered);
  console.log(`Contract ${number} says what the schema says.`);
}
