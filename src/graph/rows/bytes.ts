/** About how many bytes a value takes in memory: enough to bound what is held, by what V8 takes on 64 bits. */

/** A heap object's header, with the pointers to its properties and elements. */
const objectBytes = 24;
const pointerBytes = 8;
/** An array has its elements in an object of their own. */
const arrayBytes = 48;
const stringHeaderBytes = 16;
/** Nine fields beside the header. */
const dateBytes = 96;
/** A number that is no small integer, and a large integer of some digits. */
const numberBytes = 16;
/** A closure, with the variables that it keeps: those of a page's line, which are the most by far. */
const functionBytes = 200;

/** The bytes of a value and of all that it holds. What it holds twice is counted twice; it must not hold itself. */
export function bytesOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      // Rounded up to whole words.
      return stringHeaderBytes + Math.ceil((value.length * (wide.test(value) ? 2 : 1)) / 8) * 8;
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 0 : numberBytes;
    case 'bigint':
      return numberBytes;
    case 'function':
      return functionBytes;
    case 'object': {
      if (value === null) return 0;
      if (value instanceof Date) return dateBytes;
      const isArray = Array.isArray(value);
      let bytes = isArray ? arrayBytes : objectBytes;
      for (const part of isArray ? value : Object.values(value)) bytes += pointerBytes + bytesOf(part);
      return bytes;
    }
    default:
      return 0;
  }
}

/** A text with one such character takes two bytes for each. */
const wide = /[^\0-\xff]/;
