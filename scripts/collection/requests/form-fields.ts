import type { MediaType } from '../../contract/model';
import type { Digits } from '../../spec/digits';
import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { withDigits, withDigitTexts } from '../../spec/print-json';
import type { PostmanField, PostmanPart } from '../postman';
import { withLiteralBraces } from './literal-braces';
import { printJsonText } from './print-json-body';
import { pairsOf, textOf } from './serialize-parameter';

interface FormField extends PostmanField {
  /** Whether its text is JSON. */
  json: boolean;
}

/** Hosts encode the fields of a form themselves. */
const AS_IS = {
  name: (text: string) => text,
  value: (text: string) => text,
  separators: { form: ',', spaceDelimited: ' ', pipeDelimited: '|' },
};

/** Puts the names of variables into a text. */
type Named = (text: string) => string;

/** The fields of an `application/x-www-form-urlencoded` body. */
export function urlencodedFields(media: MediaType, digits: Digits, named: Named): PostmanField[] {
  return formFields(media, digits, named).map(({ key, value }) => ({ key, value }));
}

/** The parts of a multipart body; one that the schema calls binary is a file that the person chooses. */
export function formParts(media: MediaType, digits: Digits, named: Named): PostmanPart[] {
  return formFields(media, digits, named).map(({ key, value, json }): PostmanPart => {
    const name = media.fileParts?.find((file) => withLiteralBraces(file) === key);
    const declared = media.encoding?.[name ?? key]?.contentType;
    const contentType = declared ?? (json ? 'application/json' : undefined);
    return {
      ...(name === undefined ? { key, value, type: 'text' } : { key, type: 'file', src: '' }),
      ...(contentType === undefined ? {} : { contentType }),
    };
  });
}

/** https://spec.openapis.org/oas/v3.1.1#encoding-object */
function formFields(media: MediaType, digits: Digits, named: Named): FormField[] {
  if (!isObject(media.sample)) return [];
  return Object.entries(media.sample).flatMap(([name, value]) => {
    const { style, explode = false } = media.encoding?.[name] ?? {};
    if (style !== undefined) {
      const styled = { name, style, explode, allowReserved: false };
      return pairsOf(styled, withDigitTexts(value, digits, style === 'deepObject'), AS_IS).map(
        ([key, text]) => field(key, text, digits, named),
      );
    }
    return (Array.isArray(value) ? value : [value]).map((item) => field(name, item, digits, named));
  });
}

function field(name: string, value: JsonValue, digits: Digits, named: Named): FormField {
  const json = typeof value === 'object' && value !== null;
  const text = json ? printJsonText(value, digits) : withLiteralBraces(textOf(withDigits(value, digits)));
  return { key: withLiteralBraces(name), value: named(text), json };
}
