/**
 * Faults that only a later request of the same folder can tell, and the checks of the run that fail for them.
 * Written by hand from what each folder does; `life-cycle-table.spec.ts` holds the run to it.
 */
export interface LifeCycleRow {
  fault: string;
  folder: string;
  /** `PUT /registry/{id}/rename: is refused`, each once. */
  failed: readonly string[];
}

const created = 'lists what was created';
const same = 'reads back as sent';
const gone = 'no longer lists what was deleted';
const refused = 'is refused';

export const lifeCycleTable: readonly LifeCycleRow[] = [
  { fault: 'loses-changes', folder: 'Shipments', failed: [`GET /shipments: ${same}`] },
  { fault: 'loses-changes', folder: 'Registers', failed: [`GET /registry: ${same}`] },
  { fault: 'loses-changes', folder: 'Pickups', failed: [`GET /pickups: ${same}`] },
  { fault: 'loses-changes', folder: 'Webhooks', failed: [`GET /tracking-push/subscribers: ${same}`] },
  {
    fault: 'keeps-deleted',
    folder: 'Shipments',
    failed: [
      `PUT /shipments/{id}: ${refused}`,
      `GET /shipments/{shipmentNumber}/attachments: ${refused}`,
      `GET /shipments: ${gone}`,
      `DELETE /shipments/{id}: ${refused}`,
    ],
  },
  {
    fault: 'keeps-deleted',
    folder: 'Registers',
    failed: [
      `PUT /registry/{id}/rename: ${refused}`,
      `GET /registry: ${gone}`,
      `DELETE /registry/{id}: ${refused}`,
    ],
  },
  {
    fault: 'keeps-deleted',
    folder: 'Pickups',
    failed: [`PUT /pickups/{id}: ${refused}`, `GET /pickups: ${gone}`, `DELETE /pickups/{id}: ${refused}`],
  },
  {
    fault: 'keeps-deleted',
    folder: 'Webhooks',
    failed: [
      `PUT /tracking-push/subscribers/{id}: ${refused}`,
      `GET /tracking-push/subscribers: ${gone}`,
      `DELETE /tracking-push/subscribers/{id}: ${refused}`,
    ],
  },
  // what was never stored is in no list; what uses it is refused as documented, which is no success
  { fault: 'forgets-created', folder: 'Webhooks', failed: [`GET /tracking-push/subscribers: ${created}`] },
  { fault: 'forgets-created', folder: 'Shipments', failed: [`GET /shipments: ${created}`] },
];
