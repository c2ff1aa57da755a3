/* A photo as it may be published: upright, at most 2048 pixels, new pixels only. Nothing else of the file is kept. */
const LONGEST_SIDES = [2048, 1280, 800];
const ENOUGH_BYTES = 900_000;
const HEIC = /^ftyp(?:he[iv][cmsx]|m[is]f1)/;

/* File -> `{blob, width, height}`. Throws an Error whose message is for the person. */
async function preparePhoto(file) {
  const picture = await readPicture(file);
  /* A device that is short of memory gives no image of a large canvas; it may of a smaller one. */
  for (const longest of LONGEST_SIDES) {
    const made = await redraw(picture, longest);
    if (made) return made;
  }
  throw new Error("Perangkat ini kehabisan memori untuk foto ini. Tutup aplikasi dan tab lain, lalu coba lagi; atau kirim fotonya ke diri sendiri di WhatsApp, dan pilih yang diterima.");
}

/* An <img> turns a photo upright in every browser; createImageBitmap refuses its option for that on older iPhones.
   Under this type pixels of any kind are recognised, but no SVG, which is no photo. */
async function readPicture(file) {
  const url = URL.createObjectURL(new Blob([file], { type: "image/jpeg" }));
  const picture = new Image();
  try {
    await new Promise((done, fail) => { Object.assign(picture, { onload: done, onerror: fail, src: url }); });
    return picture;
  } catch {
    const start = String.fromCharCode(...new Uint8Array(await file.slice(4, 12).arrayBuffer()));
    throw new Error(HEIC.test(start) || /\.(heic|heif)$/i.test(file.name) ? "Foto HEIC dari iPhone tidak terbaca di sini. Kirim ulang sebagai foto biasa di WhatsApp, lalu simpan yang diterima." : "Berkas ini bukan foto yang dapat dibaca. Pilih berkas JPG, PNG, atau WebP.");
  } finally { URL.revokeObjectURL(url); }
}

/* The picture as a JPEG within a longest side; null if the device cannot. */
async function redraw(picture, longest) {
  const { naturalWidth, naturalHeight } = picture, { smallest } = DATA.rules;
  const scale = Math.min(1, longest / Math.max(naturalWidth, naturalHeight));
  const width = Math.round(naturalWidth * scale), height = Math.round(naturalHeight * scale);
  if (Math.min(width, height) < smallest) throw new Error(`Foto ${width}×${height} piksel terlalu kecil. Sisi terpendek paling sedikit ${smallest} piksel.`);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext("2d", { alpha: false });
  if (!brush) return null;
  brush.fillStyle = "white";
  brush.fillRect(0, 0, width, height);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(picture, 0, 0, width, height);
  for (const quality of [0.88, 0.8, 0.7, 0.6]) {
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", quality); });
    if (!blob) return null;
    if (blob.size <= ENOUGH_BYTES || quality === 0.6) return { blob: await bare(blob), width, height };
  }
  return null;
}

/* A JPEG without what a browser adds to the pixels (colour profile, EXIF, comment): segments APP1-APP15 and COM. */
async function bare(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + bytes[at + 2] * 256 + bytes[at + 3];
    const told = (bytes[at + 1] > 0xe0 && bytes[at + 1] < 0xf0) || bytes[at + 1] === 0xfe;
    if (!told) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return new Blob([...kept, bytes.subarray(at)], { type: "image/jpeg" });
}

/* Where a photo was tapped -> the words of `fokus`. x, y: 0 to 1. */
function focusAt(x, y) {
  const [across, down] = [["kiri", "", "kanan"][Math.min(2, Math.floor(x * 3))], ["atas", "", "bawah"][Math.min(2, Math.floor(y * 3))]];
  return [across, down].filter(Boolean).join(" ") || "tengah";
}

/* The `data-focus` that shows a crop at that focus: inline styles are forbidden here. */
const focusName = (focus) => (focus || "tengah").replace(" ", "-");
