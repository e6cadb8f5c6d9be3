import { answerFaults } from './answer-faults';
import type { Fault } from './fault';
import { jwtFaults } from './jwt-faults';
import { loginFaults } from './login-faults';

/** Every fault that the stand-in knows. */
export const faults: readonly Fault[] = [...loginFaults, ...jwtFaults, ...answerFaults];
