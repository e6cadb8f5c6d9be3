import { answerFaults } from './answer-faults';
import type { Fault } from './fault';
import { jwtFaults } from './jwt-faults';
import { lenientFaults } from './lenient-faults';
import { limitFaults } from './limit-faults';
import { loginFaults } from './login-faults';
import { refusalFaults } from './refusal-faults';
import { stateFaults } from './state-faults';

/** Every fault of the stand-in that has a name of its own; `fieldFaults` makes more out of each operation. */
export const faults: readonly Fault[] = [
  ...loginFaults,
  ...jwtFaults,
  ...answerFaults,
  ...refusalFaults,
  ...lenientFaults,
  ...limitFaults,
  ...stateFaults,
];
