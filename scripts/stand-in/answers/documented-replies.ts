import type { Contract, MediaType, Operation, Response, Schema } from '../../contract/model';
import { fitValue } from '../../contract/values/fit-value';
import type { JsonValue } from '../../spec/document';
import { printJson } from '../../spec/print-json';
import { createSchemaCheck } from '../requests/schema-check';
import { bareType, chooseContent, concreteType, isJsonType } from './media-types';
import { minimalPdf } from './minimal-pdf';
import { emptyReply, type Reply } from './reply';

/** The answers that the contract documents, ready to send. */
export interface DocumentedReplies {
  /** The documented success: its example, else a value made from its schema. `accept`: the request's header. */
  success(operation: Operation, accept?: string): Reply;
  /**
   * The documented refusal with the first of these statuses that the contract knows for the operation (by
   * itself, as a range or as `default`), its texts replaced by `message`; undefined: it documents none.
   */
  refusal(operation: Operation, statuses: number[], message: string): Reply | undefined;
  /** The schema of the operation's success and the value that answers it, when that is JSON. */
  successValue(operation: Operation, accept?: string): { media: MediaType; value: JsonValue } | undefined;
  /** What is wrong with an answer's value. */
  check(media: MediaType, value: JsonValue): string[];
}

export function createDocumentedReplies(contract: Contract): DocumentedReplies {
  const checkSchema = createSchemaCheck(contract.definitions.response);
  const check = (media: MediaType, value: JsonValue) =>
    checkSchema(media.schema ?? true, value).map(({ message }) => message);

  const holds = (schema: Schema, value: JsonValue) => checkSchema(schema, value).length === 0;
  const kept = new WeakMap<MediaType, { value: JsonValue }>();

  /**
   * The first documented value that keeps its own schema; examples of published contracts often don't: then the first,
   * with as little of it changed as that takes.
   */
  function keptValue(media: MediaType): JsonValue {
    const known = kept.get(media);
    if (known !== undefined) return known.value;
    const values = [...media.examples.map((example) => example.value), media.sample];
    const value =
      values.find((candidate) => check(media, candidate).length === 0) ??
      fitValue(media.schema ?? true, values[0], contract.definitions.response, { holds, unsent: () => [] }) ??
      media.sample;
    kept.set(media, { value });
    return value;
  }

  function success(operation: Operation, accept?: string): Reply {
    const response = successOf(operation);
    const status = response === undefined ? 200 : statusNumber(response.status, 200);
    const media = response && chooseContent(response.content, accept);
    if (media === undefined || status === 204) return emptyReply(status);
    const type = concreteType(media.type);
    if (bareType(type) === 'application/pdf') {
      return { status, headers: { 'Content-Type': type }, body: minimalPdf(operation.key) };
    }
    const value = keptValue(media);
    return typedReply(status, value, type);
  }

  /** With all the digits of the contract's integers. */
  function typedReply(status: number, value: JsonValue, type: string): Reply {
    const text = isJsonType(type) || typeof value !== 'string' ? printJson(value, contract.digits) : value;
    return { status, headers: { 'Content-Type': type }, body: Buffer.from(text) };
  }

  function refusal(operation: Operation, statuses: number[], message: string): Reply | undefined {
    for (const status of statuses) {
      const exact = operation.responses.find((response) => response.status === String(status));
      if (exact !== undefined) return refuseWith(exact, status, message);
    }
    const [status = 400] = statuses;
    const range = `${Math.floor(status / 100)}XX`;
    const wider =
      operation.responses.find((response) => response.status === range) ??
      operation.responses.find((response) => response.status === 'default');
    return wider && refuseWith(wider, status, message);
  }

  function refuseWith(response: Response, status: number, message: string): Reply {
    const media = chooseContent(response.content, undefined);
    if (media === undefined) return emptyReply(status);
    const type = concreteType(media.type);
    const documented = keptValue(media);
    const told = replaceTexts(documented, message);
    const value = check(media, told).length === 0 ? told : documented;
    return typedReply(status, value, type);
  }

  function successValue(operation: Operation, accept?: string) {
    const media = chooseContent(successOf(operation)?.content ?? [], accept);
    if (media === undefined || !isJsonType(concreteType(media.type))) return undefined;
    return { media, value: keptValue(media) };
  }

  return { success, refusal, successValue, check };
}

function successOf({ responses }: Operation): Response | undefined {
  const twoHundreds = responses.find(({ status }) => /^2(\d\d|XX)$/.test(status));
  return twoHundreds ?? responses.find(({ status }) => status === 'default') ?? responses[0];
}

/** The status to send for `2XX`, `default`…; `fallback` is what `default` stands for. */
function statusNumber(status: string, fallback: number): number {
  if (status === 'default') return fallback;
  return Number(status.replace('XX', '00'));
}

/** A refusal's value with every text in it replaced: error shapes differ, a message is a text in all of them. */
function replaceTexts(value: JsonValue, message: string): JsonValue {
  if (typeof value === 'string') return message;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, message));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceTexts(item, message)]));
}
