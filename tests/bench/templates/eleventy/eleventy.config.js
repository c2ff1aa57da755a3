import Image from "@11ty/eleventy-img";

const SHARED = { outputDir: "_site/gambar/", urlPath: "/gambar/" };
const WEBP = { ...SHARED, widths: [320, 640, 960], formats: ["webp"], sharpWebpOptions: { quality: 75 } };
const JPEG = { ...SHARED, widths: [640], formats: ["jpeg"], sharpJpegOptions: { quality: 75 } };
const PAGE_SIZE = 24;

async function picture(source, alt) {
  const [modern, plain] = await Promise.all([Image(source, WEBP), Image(source, JPEG)]);
  const srcset = modern.webp.map((file) => file.srcset).join(", ");
  const [file] = plain.jpeg;
  return `<picture><source type="image/webp" sizes="(min-width:40em) 20rem, 100vw" srcset="${srcset}">`
    + `<img src="${file.url}" width="${file.width}" height="${file.height}" loading="lazy" alt="${alt}"></picture>`;
}

function pagesByTerm(people, key) {
  const byTerm = new Map();
  for (const person of people) {
    for (const term of person.data[key]) {
      if (!byTerm.has(term)) byTerm.set(term, []);
      byTerm.get(term).push(person);
    }
  }
  const pages = [];
  for (const [term, found] of byTerm) {
    for (let start = 0; start < found.length; start += PAGE_SIZE) {
      pages.push({ term, number: start / PAGE_SIZE + 1, people: found.slice(start, start + PAGE_SIZE) });
    }
  }
  return pages;
}

export default function (config) {
  config.addAsyncFilter("foto", picture);
  for (const key of ["topik", "kecamatan", "kanal"]) {
    config.addCollection(key, (all) => pagesByTerm(all.getFilteredByTag("kreator"), key));
  }
  return { dir: { input: "src", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
