/**
 * Which checks may notice a fault, written by hand from what each fault does. `fault-table.spec.ts` holds every
 * trial to it: at least one of these checks does not pass, and no other check fails without being named here.
 */
export interface Rule {
  /** Names of faults; of field faults the rule that they break. */
  faults: readonly string[];
  /** One of these must notice it. */
  by: readonly string[];
  /** What may fail besides, because the answer is wrong in more than one way. */
  besides?: readonly string[];
}

const status = 'status is documented';
const mediaType = 'media type is as documented';
const schema = 'body satisfies its schema';
const jwt = 'jwt has three readable parts';
const gives = 'gives what later requests need';
const counts = 'counts what it lists';
const onlyAsked = 'lists only what was asked for';
const listsCreated = 'lists what was created';
/** What a wrong field of a list, or of what was made, may come to besides. */
const ofLife = [gives, counts, onlyAsked, listsCreated];
const refused = 'is refused';
/** A skipped check that is shown and counted: lenient servers are no broken ones. */
const finding = 'finding';
const notTested = 'not tested';

export const faultRules: readonly Rule[] = [
  { faults: ['status-500', 'undocumented-status', 'redirect-to-login', 'login-redirect'], by: [status] },
  { faults: ['html-instead', 'wrong-media-type', 'login-html'], by: [mediaType] },
  {
    faults: ['not-json', 'nested', 'wrong-root', 'missing-required-field'],
    by: [schema],
    besides: ofLife,
  },
  { faults: ['empty-body'], by: [schema, 'body is not empty'] },
  { faults: ['extra-body-on-204'], by: ['body is empty'] },
  { faults: ['missing-headers', 'wrong-headers'], by: ['headers are as documented'] },
  { faults: ['too-slow'], by: ['answer comes in time'] },
  { faults: ['closes-connection', 'resets-connection', 'breaks-off', 'unavailable-503'], by: [notTested] },

  // Each field of each answer (the jwt of the login is one), each rule that its schema has for it.
  {
    faults: ['missing-field', 'wrong-type', 'null', 'enum', 'extra-field', 'write-only'],
    by: [schema],
    besides: [jwt, ...ofLife],
  },
  {
    faults: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    by: [schema],
    besides: ofLife,
  },
  { faults: ['minLength', 'maxLength', 'pattern', 'format'], by: [schema], besides: ofLife },
  { faults: ['minItems', 'maxItems', 'uniqueItems'], by: [schema], besides: ofLife },

  // Unfaithful to what was made and deleted, as one request can tell.
  { faults: ['makes-no-id'], by: [gives], besides: [schema] },
  { faults: ['list-leaves-out'], by: [listsCreated], besides: [counts] },
  { faults: ['list-ignores-filter'], by: [onlyAsked] },
  { faults: ['list-counts-wrong', 'ignores-limit', 'ignores-page'], by: [counts] },
  { faults: ['serves-deleted', 'deletes-twice'], by: [refused] },

  // A login that refuses as documented breaks nothing; a run without a jwt is not tested.
  { faults: ['login-401', 'login-422', 'login-429', 'login-503', 'login-closes'], by: [notTested] },
  {
    faults: ['login-empty-object', 'login-empty-jwt', 'jwt-two-parts'],
    by: ['jwt has three readable parts'],
  },
  { faults: ['jwt-unsigned'], by: ['jwt is signed'] },
  { faults: ['jwt-expired'], by: ['jwt has not ended'] },
  { faults: ['jwt-lives-a-day'], by: ['jwt lives as long as promised'] },

  // Doors.
  { faults: ['takes-no-jwt', 'takes-not-a-jwt', 'takes-other-signature'], by: [refused] },
  { faults: ['takes-unsigned-jwt', 'takes-expired-jwt'], by: [refused] },
  {
    faults: ['takes-no-key', 'takes-empty-key', 'takes-wrong-key'],
    by: ['gives no jwt'],
    besides: [refused],
  },
  { faults: ['takes-missing-parameter', 'takes-missing-body'], by: [refused] },
  { faults: ['takes-missing-field', 'takes-wrong-type', 'takes-not-in-enum'], by: [finding] },
  { faults: ['takes-out-of-bounds', 'takes-length', 'takes-pattern', 'takes-unknown-field'], by: [finding] },
  { faults: ['takes-not-json', 'takes-wrong-media-type'], by: [finding] },
  { faults: ['takes-other-method'], by: ['is no success'] },
  { faults: ['refuses-limits', 'refuses-examples'], by: ['is accepted'] },

  // Refusals out of shape.
  { faults: ['refusal-500', 'refusal-redirect', 'refusal-undocumented-status'], by: [status] },
  // A success without an id looks as if it had created something that cannot be deleted.
  {
    faults: ['refusal-200'],
    by: [refused, status, finding],
    besides: [schema, mediaType, notTested],
  },
  { faults: ['refusal-html', 'refusal-media-type'], by: [mediaType] },
  { faults: ['refusal-not-json', 'refusal-empty', 'refusal-wrong-root'], by: [schema] },
];
