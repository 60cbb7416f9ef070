/** What a library that is not ours says against records, by the JSON Schema of the seed files. */
import { Ajv } from 'ajv';
import { seedFileSchema } from '../../src/records/seedFile.ts';

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
// For editors alone.
ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage', 'errorMessage']);
const validate = ajv.compile(seedFileSchema());

/** Each mistake of a seed file, with its path. */
export function refusals(records: unknown): string[] {
  validate(records);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
