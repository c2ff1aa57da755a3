/* A photo as it may be published: upright, at most 2048 pixels, new pixels only. Nothing else of the file is kept. */
const LONGEST_SIDE = 2048;
const ENOUGH_BYTES = 900_000;

/* File -> `{blob, width, height}`. Throws an Error whose message is for the person. */
async function preparePhoto(file) {
  let bitmap;
  try { bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }); } catch {
    throw new Error(/\.(heic|heif)$/i.test(file.name) ? "Foto HEIC dari iPhone tidak terbaca di sini. Kirim ulang sebagai foto biasa di WhatsApp, lalu simpan yang diterima." : "Berkas ini bukan foto yang dapat dibaca. Pilih berkas JPG, PNG, atau WebP.");
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.round(bitmap.width * scale), height = Math.round(bitmap.height * scale);
  if (Math.min(width, height) < DATA.rules.photo.smallest) throw new Error(`Foto ${width}×${height} piksel terlalu kecil. Sisi terpendek paling sedikit ${DATA.rules.photo.smallest} piksel.`);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext("2d", { alpha: false });
  brush.fillStyle = "white";
  brush.fillRect(0, 0, width, height);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const quality of [0.88, 0.8, 0.7, 0.6]) {
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", quality); });
    if (blob.size <= ENOUGH_BYTES || quality === 0.6) return { blob: await bare(blob), width, height };
  }
  throw new Error("Foto ini tidak dapat disimpan.");
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

/* The class that shows a crop at that focus: inline styles are forbidden here. */
const focusName = (focus) => (focus || "tengah").replace(" ", "-");
