import { documentWith } from './describe-document';

const id = '{ name: id, in: path, required: true, schema: { type: string, example: P1 } }';
/** Depots that are looked up, and parcels that are made, listed, changed and deleted. */
export const parcelsDocument = documentWith(`paths:
  /depots:
    get:
      parameters: [{ name: "countries[]", in: query, schema: { type: array, items: { type: string } } }, { name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: Depots, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: object, properties: { id: { type: integer, example: 77 }, country: { type: string } } } } } } } } } }
  /depots/{id}: { get: { parameters: [${id}], responses: { "200": { description: Depot, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } } } }
  /parcels:
    get:
      parameters: [{ name: "ids[]", in: query, schema: { type: array, items: { type: string, example: P2 } } }]
      responses: { "200": { description: Parcels, content: { application/json: { schema: { type: array, items: { type: object, properties: { id: { type: string }, note: { type: string }, size: { type: object, properties: { kg: { type: number } } } } } } } } } }
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { depot: { type: integer, minimum: 100 }, from: { type: string, example: PL }, on: { type: string, example: "2020-01-01" }, note: { type: string }, pieces: { type: array, items: { type: object, properties: { kg: { type: number } } } }, extra: { type: object, additionalProperties: { type: string } } } }
            example: { from: PL, "on": "2020-01-01", pieces: [{ kg: 2 }] }
      responses: { "201": { description: Made, headers: { Location: { schema: { type: string } } }, content: { application/json: { schema: { type: object, properties: { id: { type: string }, version: { type: integer, example: 3 } } } } } } }
  /parcels/{id}:
    put:
      parameters: [${id}, { name: X-Version, in: header, schema: { type: integer, example: 5 } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
      responses: { "200": { description: Changed }, "409": { description: Other version } }
    delete: { parameters: [${id}], responses: { "204": { description: Gone }, "4XX": { description: Refused } } }
  /labels: { post: { requestBody: { content: { text/plain: { schema: { type: string } } } }, responses: { "204": { description: Done } } } }
  /returns: { post: { responses: { "201": { description: Made, content: { application/json: { schema: { type: object } } } } } } }
`);
