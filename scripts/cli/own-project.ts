import { resolve } from 'node:path';
import type { Contract } from '../contract/model';

/** The project's own folder. */
export const project = resolve(__dirname, '..', '..');

/** The contract that the project's collection is made from. */
export async function readOwnContract(): Promise<Contract> {
  const { readContract }: typeof import('../contract/read-contract') = require('../contract/read-contract');
  // its warnings are the generator's to show
  const { contract } = await readContract({
    spec: 'spec/nova-post.openapi.yaml',
    profile: 'spec/nova-post.profile.yaml',
    cwd: project,
  });
  return contract;
}
