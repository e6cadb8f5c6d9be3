import { usageError } from '../../spec/problem';
import type { RequestRecord, RunRecord } from '../run-record';

/**
 * The records of all shards of a run, as one record of the whole run.
 * @throws ProblemError USAGE where they are not the shards of one run, all of them and each once
 */
export function mergeRecords(records: readonly RunRecord[]): RunRecord {
  const [first] = records;
  if (first === undefined)
    throw usageError('there is nothing to merge', 'name the folders of reports of all shards');
  for (const { collection, environment, shard } of records) {
    if (shard === undefined)
      throw usageError('one of the runs is no shard', 'merge what --shard and --report-dir wrote');
    if (
      collection !== first.collection ||
      environment !== first.environment ||
      shard.of !== first.shard?.of
    ) {
      throw usageError(
        'these are shards of different runs',
        'same collection, environment and number of shards',
      );
    }
  }
  const of = first.shard?.of ?? 0;
  const indices = records.map(({ shard }) => shard?.index ?? 0);
  const twice = indices.find((index, at) => indices.indexOf(index) !== at);
  if (twice !== undefined) throw usageError(`shard ${twice}/${of} is there twice`, 'name each folder once');
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (index) => !indices.includes(index),
  );
  if (missing.length > 0) {
    throw usageError(
      `shard ${missing.map((index) => `${index}/${of}`).join(' and ')} is missing`,
      'name all folders',
    );
  }

  const { collection, environment, rows } = first;
  const leftBehind = records.flatMap((record) => record.leftBehind ?? []);
  const reporterTroubles = records.flatMap((record) => record.reporterTroubles ?? []);
  const stops = reasons(records, 'interrupted');
  const errors = reasons(records, 'error');
  return {
    collection,
    environment,
    ...(rows === undefined ? {} : { rows }),
    requests: records
      .flatMap(({ requests }) => requests)
      .sort(inOrder)
      .map(({ position: _, ...request }) => request),
    leftBehind,
    ...(reporterTroubles.length === 0 ? {} : { reporterTroubles }),
    ...(stops === undefined ? {} : { interrupted: stops }),
    ...(records.some(({ bailed }) => bailed) ? { bailed: true } : {}),
    ...(errors === undefined ? {} : { error: errors }),
  };
}

function inOrder(one: RequestRecord, other: RequestRecord): number {
  return (one.row ?? 1) - (other.row ?? 1) || (one.position ?? 0) - (other.position ?? 0);
}

/** `SIGINT (shard 2/3)` */
function reasons(records: readonly RunRecord[], key: 'interrupted' | 'error'): string | undefined {
  const told = records.flatMap(({ [key]: reason, shard }) =>
    reason === undefined ? [] : [`${reason} (shard ${shard?.index}/${shard?.of})`],
  );
  return told.length === 0 ? undefined : told.join(', ');
}
