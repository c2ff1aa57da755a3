/* The gate, as in plugins/showcase/links/url_parser.py: a text becomes an address, or is refused before anything reads it. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0f]/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;
const SCHEME_TYPO = /(?:h{0,2}t{1,3}ps?|hxxps?|htp|htps|https?)(?:;?:?\/{0,3}|:\/{0,4})(?=[a-z0-9-]+\.)/i;

const stop = (code, found = "", fix = "") => ({ stop: true, code, found, fix });

function openGate(text) {
  if (text.includes("\\")) return stop("L104", "", text.replaceAll("\\", "/"));
  if (/\s/.test(text) || HIDDEN.test(text)) return stop("L102");
  const rest = withoutScheme(text);
  if (rest.stop) return rest;
  const host = rest.match(/^[^/?#]*/)[0];
  return checkHost(host, rest) ?? splitTail(host.toLowerCase(), rest.slice(host.length));
}

function withoutScheme(text) {
  if (text.startsWith("//") && !text.startsWith("///")) return text.slice(2);
  const scheme = text.match(/^([a-zA-Z][a-zA-Z0-9+.-]*):/);
  const tail = scheme ? text.slice(scheme[0].length) : "";
  if (!scheme || (scheme[1].includes(".") && !tail.startsWith("//"))) return text;
  if (!["http", "https"].includes(scheme[1].toLowerCase())) {
    const mended = text.replace(SCHEME_TYPO, "https://");
    return stop("L103", "", mended !== text ? mended : "");
  }
  if (!tail.startsWith("//") || tail.startsWith("///")) return stop("L103", "", `https://${tail.replace(/^\/+/, "")}`);
  return tail.slice(2);
}

function checkHost(host, rest) {
  const after = rest.slice(host.length);
  const bare = host.slice(host.lastIndexOf("@") + 1);
  const colon = bare.indexOf(":");
  if (host.includes("@") || after.startsWith("?@") || after.startsWith("#@")) return stop("L105", host);
  if (host.includes("%")) return stop("L107", host);
  if (/[[\]]/.test(host)) return stop("L108", host);
  if (colon > 0) {
    const usual = ["", "80", "443"].includes(bare.slice(colon + 1));
    return stop("L106", host, usual ? `https://${bare.slice(0, colon)}${after}` : "");
  }
  if (/[^\x00-\x7f]/.test(host)) return stop("L109", host);
  const labels = host.toLowerCase().split(".");
  const last = labels.at(-1);
  if (NUMBER.test(last) || (last === "" && labels.length > 1 && NUMBER.test(labels.at(-2)))) return stop("L108", host);
  if (labels.length < 2 || labels.includes("")) return stop("L110", host, host.includes(".") ? `https://${host.replace(/^\.+|\.+$/g, "")}${after}` : "");
  if (labels.some((label) => label.slice(2, 4) === "--")) return stop("L109", host);
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return stop("L107", host);
  if (DATA.links.private.includes(last) || last.length < 2 || !/^[a-z]+$/.test(last)) return stop("L110", host);
  return null;
}

function splitTail(host, tail) {
  const [before, fragment] = cut(tail.replace(/&(?:amp;)+/g, "&"), "#");
  let [rawPath, rawQuery] = cut(before, "?");
  if (["", "/"].includes(rawPath) && fragment.startsWith("!/")) [rawPath, rawQuery] = cut(fragment.slice(1), "?");
  let query = rawQuery.replace(/((?:^|[=&])[^&/?]*)\?/g, "$1&");
  if (fragment.startsWith("t=")) query = `${query}&${fragment}`;
  const path = decode(rawPath);
  if (path === null || /[<>"`{}|^]/.test(path) || path.split("/").some((part) => part === "." || part === "..")) return stop("L113");
  const params = query.split("&").filter(Boolean).map((piece) => cut(piece, "=").map((part) => decode(part.replaceAll("+", " ")))).filter((pair) => !pair.includes(null));
  return { host, path: path.split("/").filter(Boolean).join("/"), params, rawPath, rawQuery, rawFragment: fragment };
}

const cut = (text, mark) => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
};

const param = (address, name) => address.params.find(([key]) => key === name)?.[1] ?? "";

/* Percent-decoded once; null if it is broken or hides something. */
function decode(text) {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return null;
  let decoded;
  try { decoded = decodeURIComponent(text).normalize("NFC"); } catch { return null; }
  return decoded.includes("\\") || HIDDEN.test(decoded.replace(/[\u200c\u200d\ufe0f]/g, "")) ? null : decoded;
}

/* Percent-encodes what is neither a letter of ASCII, a digit, `_.-~` nor in `safe`. */
const quote = (text, safe = "") => [...text].map((char) => (/[A-Za-z0-9_.~-]/.test(char) || safe.includes(char) ? char : encodeByte(char))).join("");
const encodeByte = (char) => encodeURIComponent(char).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
