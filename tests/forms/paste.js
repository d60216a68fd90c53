// Pastes every post into every editor in headless Chromium, and writes down what can be read there:
//
//   python -m tests.forms.posts tests/forms && cd tests/forms && npm install --no-package-lock \
//     --legacy-peer-deps && npm run read
//
// posts.json comes from the desk. What was read is read.json, a text for each editor and post, with
// the addresses that became links. CHROMIUM names the browser, else /usr/bin/chromium.

import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

import { build } from "esbuild";
import { chromium } from "playwright-core";
import twitter from "twitter-text";

import { EDITORS } from "./editors.js";

const HELPERS = `
  window.global = window;
  window.process = { env: {} };
  const box = document.body.appendChild(document.createElement("div"));
  const hrefs = (from) => [...from.querySelectorAll("a[href]")].map((one) => one.href);
`;
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

async function bundled(source) {
  const imports = source.split("\n").filter((line) => line.trim().startsWith("import "));
  const rest = source.split("\n").filter((line) => !line.trim().startsWith("import "));
  const made = await build({
    stdin: { contents: [...imports, HELPERS, ...rest].join("\n"), resolveDir: import.meta.dirname },
    bundle: true, write: false, format: "iife", logLevel: "error",
    banner: { js: "window.global = window; window.process = { env: {} };" },
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env.IS_GUTENBERG_PLUGIN": "false",
      "process.env.IS_WORDPRESS_CORE": "false",
    },
    loader: { ".wasm": "empty" },
  });
  return made.outputFiles[0].text;
}

async function pasted(browser, address, post) {
  const page = await browser.newPage();
  page.on("pageerror", (fault) => console.error(String(fault).slice(0, 300)));
  await page.goto(address);
  await page.evaluate((given) => {
    const put = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/html", given.html);
      event.clipboardData.setData("text/plain", given.text);
    };
    document.addEventListener("copy", put, { once: true });
    document.execCommand("copy");
  }, post);
  await page.evaluate(() => window.start());
  await page.keyboard.press("Control+V");
  await page.waitForFunction(() => window.told().text.trim() !== "", null, { timeout: 20000 });
  const told = await page.evaluate(() => window.told());
  await page.close();
  const lines = told.text.split("\n").map((line) => line.trimEnd());
  return { text: lines.join("\n").trim().replaceAll(/\n{3,}/g, "\n\n"), links: told.links };
}

const posts = JSON.parse(readFileSync("posts.json", "utf-8"));
const read = { browser: "", editors: {}, outlines: {}, weights: {} };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS,
});
read.browser = `Chromium ${browser.version().split(".")[0]}`;
for (const [name, source] of Object.entries(EDITORS)) {
  const script = await bundled(source);
  const server = createServer((request, answer) => {
    const whole = request.url === "/";
    answer.setHeader("Content-Type", whole ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
    answer.end(whole ? '<!doctype html><html><body><script src="/a.js"></script></body></html>' : script);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  read.editors[name] = {};
  for (const [post, given] of Object.entries(posts.posts)) {
    const address = `http://127.0.0.1:${server.address().port}/`;
    read.editors[name][post] = await pasted(browser, address, given);
  }
  server.close();
  console.log(name);
}
await browser.close();
for (const [post, given] of Object.entries(posts.posts)) {
  const tags = given.html.matchAll(/<(\/?[a-z0-9]+)[^>]*>/g);
  read.outlines[post] = [...tags].map((tag) => tag[1]).join(" ");
}
for (const text of posts.counted) read.weights[text] = twitter.parseTweet(text).weightedLength;
writeFileSync("read.json", `${JSON.stringify(read, null, 1)}\n`);
