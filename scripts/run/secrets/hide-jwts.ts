/** A line break with the edge of newman's console box, as it cuts a long text. */
const boxEdge = '\\r?\\n[ \\t]*[│|] ?';
const letters = `(?:[\\w-]|${boxEdge})`;
/** base64url of `{"`, `{ ` and `{` before a line break or a tab: how the header of a jwt begins. */
const beginning = 'e(?:yJ|yA|wo|w0|wk)';
const jwt = new RegExp(`${beginning}${letters}{10,}\\.${letters}{2,}(?:\\.${letters}*)?`, 'g');
const openJwt = new RegExp(`(?:e|e[yw]|${beginning}${letters}*(?:\\.${letters}*){0,2})$`);

/** Puts `mark` in the place of everything that is shaped like a jwt, also of one that lost its signature. */
export function hideJwts(text: string, mark: string): string {
  return text.replace(jwt, (found) => (isJwt(found) ? mark : found));
}

/** Where a jwt may have begun that the text does not hold to its end; the text's length if none has. */
export function openJwtAt(text: string): number {
  const found = openJwt.exec(text);
  return found === null ? text.length : found.index;
}

/** The first part of a jwt is a JSON object. */
function isJwt(text: string): boolean {
  const header = text.replace(new RegExp(boxEdge, 'g'), '').split('.')[0] ?? '';
  try {
    return typeof JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) === 'object';
  } catch {
    return false;
  }
}
