/** A PDF of one page with a picture on it. */

/** @param jpeg the picture. @param page its size in points */
export function pdfOfPicture(
  jpeg: Uint8Array,
  { width, height }: { width: number; height: number },
  page: { width: number; height: number },
): Uint8Array {
  const drawing = `q ${page.width} 0 0 ${page.height} 0 0 cm /Picture Do Q`;
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`;
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...content: (string | Uint8Array)[]): void => {
    places.push(length);
    add(`${places.length} 0 obj\n`);
    for (const part of content) add(part);
    add('\nendobj\n');
  };
  add('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>`,
  );
  object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
  object(`${image}\nstream\n`, jpeg, '\nendstream');
  const start = length;
  const entries = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  add(
    `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
