/**
 * The limit: one hand-written statement for each question, which builds the JSON in PostgreSQL, behind a bare HTTP
 * server. No GraphQL, no choice of fields, no limits: what an API could cost at the least without a cache.
 *
 * Call: node --import tsx sql.ts <database URL> <port>
 */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

const name = (id: string): string =>
  `(SELECT n."text" FROM "Name" n WHERE n."entityId" = ${id} AND n."language" = 'en' AND n."type" = 'PREFERRED')`;

/** The ends of relationships of one type that lead to `id`, as a JSON array of objects. */
const subjects = (alias: string, type: string, id: string, fields: string, and = 'true'): string => `(
  SELECT coalesce(json_agg(json_build_object('id', ${alias}."subjectId", 'name', ${name(`${alias}."subjectId"`)}${fields})), '[]')
  FROM "Relationship" ${alias} WHERE ${alias}."objectId" = ${id} AND ${alias}."type" = '${type}' AND ${and})`;

const holdsOn = `coalesce(h."validFromEarliest" <= $2::date, true) AND coalesce(h."validToLatest" >= $2::date, true)`;
const holders = subjects('h', 'HOLDS', 'o."subjectId"', '');
const offices = subjects('o', 'OFFICE_OF', 'p."subjectId"', `, 'holders', ${holders}`);
const parties = subjects('p', 'PARTY_TO', 'd."id"', `, 'side', p."side", 'offices', ${offices}`);

const statements: Readonly<Record<string, { text: string; parameters: readonly string[] }>> = {
  '/nested': {
    parameters: ['ids'],
    text: `
      SELECT json_agg(json_build_object('id', d."id", 'name', ${name('d."id"')}, 'parties', ${parties}))::text AS answer
      FROM "Entity" d WHERE d."id" = ANY($1::text[])`,
  },
  '/page': {
    parameters: ['id', 'day'],
    text: `
      SELECT json_build_object(
        'id', e."id", 'kind', e."kind", 'name', ${name('e."id"')}, 'summary', e."summary",
        'names', (SELECT json_agg(json_build_object('text', n."text", 'language', n."language", 'type', n."type"))
          FROM "Name" n WHERE n."entityId" = e."id"),
        'offices', ${subjects('o', 'OFFICE_OF', 'e."id"', `, 'holders', ${subjects('h', 'HOLDS', 'o."subjectId"', '', holdsOn)}`)},
        'relationships', (SELECT json_agg(json_build_object('id', r."id", 'type', r."type",
            'object', json_build_object('id', r."objectId", 'name', ${name('r."objectId"')}),
            'evidence', (SELECT json_agg(json_build_object('article', v."articleId", 'paragraph', v."paragraph",
                'basis', v."basis", 'cues', v."cues") ORDER BY v."ordinal")
              FROM "Evidence" v WHERE v."relationshipId" = r."id")))
          FROM (SELECT * FROM "Relationship" WHERE "subjectId" = e."id" LIMIT 20) AS r),
        'timeline', (SELECT json_agg(json_build_object('date', t."date", 'moment', t.moment, 'id', t.about, 'name', t.name))
          FROM (SELECT * FROM bench_timeline($1) LIMIT 20) AS t)
      )::text AS answer
      FROM "Entity" e WHERE e."id" = $1`,
  },
  '/list': {
    parameters: ['status', 'type', 'first'],
    text: `
      SELECT json_build_object(
        'total', (SELECT count(*) FROM "Entity" WHERE "kind" = 'DISPUTE' AND "status" = $1 AND "type" = $2),
        'items', (SELECT json_agg(json_build_object('id', e."id", 'name', ${name('e."id"')}, 'status', e."status", 'start', e."start"))
          FROM (
            SELECT * FROM "Entity" WHERE "kind" = 'DISPUTE' AND "status" = $1 AND "type" = $2
            ORDER BY "startEarliest" DESC NULLS LAST, "id" DESC LIMIT $3
          ) AS e)
      )::text AS answer`,
  },
};

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text) as Record<string, unknown>;
}

const [connectionString, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });
const server = createServer(async (request, response) => {
  const statement = statements[request.url ?? ''];
  if (statement === undefined) return void response.writeHead(404).end();
  const body = await bodyOf(request);
  // Named: prepared once on each connection.
  const { rows } = await pool.query<{ answer: string }>({
    name: request.url ?? '',
    text: statement.text,
    values: statement.parameters.map((parameter) => body[parameter]),
  });
  response.setHeader('content-type', 'application/json');
  response.end(rows[0]?.answer);
});
server.listen(Number(port), '127.0.0.1');
