// Prisma's CLI downloads a schema engine that `generate`, `validate` and `format` never call. Naming any
// executable stops the download, so that they work offline; migrations go through src/database/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default { schema: 'prisma/schema.prisma' };
