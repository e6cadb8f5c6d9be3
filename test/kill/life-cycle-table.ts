/**
 * Faults that only a later request of the same folder can tell, and the checks of the run that fail for them.
 * Written by hand from what each folder does; `life-cycle-table.spec.ts` holds the run to it.
 */
export interface LifeCycleRow {
  fault: string;
  folder: string;
  /** The one operation that it strikes; undefined: all that it can. */
  strikes?: string;
  /** `PUT /registry/{id}/rename: is refused`, each once. */
  failed: readonly string[];
}

const status = 'status is documented and a success';
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
  // what was never stored is in no list, and using it is refused as documented, which is no success
  {
    fault: 'forgets-created',
    strikes: 'POST /shipments',
    folder: 'Shipments',
    failed: [
      `PUT /shipments/{id}: ${status}`,
      `POST /shipments/uploads/{id}: ${status}`,
      `GET /shipments: ${created}`,
      `GET /shipments/print: ${status}`,
      `GET /shipments/tracking/history: ${status}`,
      `GET /shipments/tracking: ${status}`,
      `DELETE /shipments/{id}: ${status}`,
    ],
  },
  {
    fault: 'forgets-created',
    strikes: 'POST /registry',
    folder: 'Registers',
    failed: [
      `PUT /registry/{id}/rename: ${status}`,
      `GET /registry: ${created}`,
      `DELETE /registry/{id}/shipments: ${status}`,
      `POST /registry/{id}/shipments: ${status}`,
      `DELETE /registry/{id}: ${status}`,
    ],
  },
  {
    fault: 'forgets-created',
    strikes: 'POST /pickups',
    folder: 'Pickups',
    failed: [
      `PUT /pickups/{id}: ${status}`,
      `POST /pickups/{id}/shipments: ${status}`,
      `GET /pickups: ${created}`,
      `PUT /pickups/{id}/status: ${status}`,
      `DELETE /pickups/{id}/shipments: ${status}`,
      `DELETE /pickups/{id}: ${status}`,
    ],
  },
  {
    fault: 'forgets-created',
    strikes: 'POST /tracking-push/subscribers',
    folder: 'Webhooks',
    failed: [
      `POST /tracking-push/subscribers/test-webhook: ${status}`,
      `PUT /tracking-push/subscribers/{id}: ${status}`,
      `POST /tracking-push/subscribers/{id}/numbers: ${status}`,
      `GET /tracking-push/subscribers: ${created}`,
      `DELETE /tracking-push/subscribers/{id}/numbers: ${status}`,
      `DELETE /tracking-push/subscribers/{id}: ${status}`,
    ],
  },
];
