/** A credential that no server knows: probes send it, and the stand-in refuses it. */
export const NO_CREDENTIAL = 'no-such-credential';
