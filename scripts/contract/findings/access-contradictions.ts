import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Finding } from './finding';
import { joinSchemas } from './join-schemas';
import type { Part, Survey } from './survey';

/** A property that may neither be sent nor be seen. https://spec.openapis.org/oas/v3.0.3#fixed-fields-19 */
export function accessContradictions({ value: schema, pointer }: Part, survey: Survey): Finding[] {
  if (!isObject(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, property]): Finding[] => {
    if (!isObject(property)) return [];
    const at = pointer + pointerTo('properties', name);
    const parts = joinSchemas({ value: property, pointer: at }, survey);
    const both = ['readOnly', 'writeOnly'].every((flag) => parts.some(({ value }) => value[flag] === true));
    if (!both) return [];
    const isRequired = Array.isArray(schema.required) && schema.required.includes(name);
    return [
      {
        code: 'CONTRADICTION',
        pointer: at,
        message: `\`${name}\` is readOnly and writeOnly: it can neither be sent nor be seen${isRequired ? ', and it is required' : ''}`,
        hint: 'keep one of the two',
      },
    ];
  });
}
