export interface XmlElement {
  name: string;
  attributes: Record<string, string | number>;
  children: readonly XmlElement[];
  /** Stands before the children. */
  text?: string;
}

/** An XML 1.0 document, an element a line. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;
}

function elementText({ name, attributes, children, text = '' }: XmlElement, indent: string): string {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value), /[\t\n\r<>&"]/g)}"`)
    .join('');
  const inner = escapeXml(text, /[\r<>&"]/g);
  if (inner === '' && children.length === 0) return `${indent}<${name}${head}/>\n`;
  const nested = children.map((child) => elementText(child, `${indent}  `)).join('');
  return `${indent}<${name}${head}>${inner}${nested === '' ? '' : `\n${nested}${indent}`}</${name}>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all: control characters and halves of characters. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string, special: RegExp): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(special, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);
}
