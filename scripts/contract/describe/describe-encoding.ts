import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { FieldEncoding, MediaType } from '../model';

type Report = (pointer: string, message: string) => void;

/**
 * How the fields of a form are written, where the document says so. Of a part's headers only the content type can be
 * sent.
 * https://spec.openapis.org/oas/v3.1.1#encoding-object
 */
export function describeEncoding(
  type: string,
  media: JsonObject,
  pointer: string,
  report: Report,
): Pick<MediaType, 'encoding'> {
  const isMultipart = /^multipart\//i.test(type);
  if (!isMultipart && !/^application\/x-www-form-urlencoded\b/i.test(type)) return {};
  if (isMultipart && !/^multipart\/form-data\b/i.test(type))
    report(pointer, `${type} is sent as multipart/form-data, the only multipart that Postman writes`);
  if (!isObject(media.encoding)) return {};
  const fields = Object.entries(media.encoding).flatMap(([name, value]): [string, FieldEncoding][] => {
    if (!isObject(value)) return [];
    const at = `${pointer}/encoding${pointerTo(name)}`;
    if (isMultipart) reportHeaders(name, value.headers, at, report);
    return [[name, fieldEncoding(value)]];
  });
  return { encoding: Object.fromEntries(fields) };
}

function fieldEncoding({ contentType, style, explode, allowReserved }: JsonObject): FieldEncoding {
  // Several types are a choice; a range of types is none.
  const [first = ''] = typeof contentType === 'string' ? contentType.split(',') : [];
  const isStyled = [style, explode, allowReserved].some((keyword) => keyword !== undefined);
  const named = typeof style === 'string' ? style : 'form';
  return {
    ...(first === '' || first.includes('*') ? {} : { contentType: first.trim() }),
    ...(isStyled ? { style: named, explode: typeof explode === 'boolean' ? explode : named === 'form' } : {}),
  };
}

function reportHeaders(name: string, headers: JsonValue | undefined, pointer: string, report: Report): void {
  const names = Object.keys(isObject(headers) ? headers : {}).filter(
    (header) => header.toLowerCase() !== 'content-type',
  );
  if (names.length > 0)
    report(
      `${pointer}/headers`,
      `the part ${name} is sent without ${names.join(', ')}: Postman gives parts no headers of their own`,
    );
}
