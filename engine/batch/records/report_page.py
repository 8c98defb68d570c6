"""The page of a report: markup, style and script. Names and rows are filled in by the report."""

from __future__ import annotations

PAGE = """<!DOCTYPE html>
<html lang="@LANGUAGE@">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
style-src '@STYLE_HASH@'; script-src '@SCRIPT_HASH@'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>Kolorit: @TITLE@</title>
<style>@STYLE@</style>
<header>
<h1>@TITLE@</h1>
<p>@MODEL@. @ABOUT@</p>
<nav id="states" aria-label="@SHOW@"></nav>
<input id="search" type="search" size="26" placeholder="@SEARCH@" title="@SEARCH@">
</header>
<noscript><p>@NO_SCRIPT@</p></noscript>
<main id="photos"></main>
<footer>
<button id="earlier">@PREVIOUS@</button> <span id="place" role="status"></span>
<button id="later">@NEXT@</button>
</footer>
<script type="application/json" id="words">@WORDS@</script>
<script type="application/json" id="rows">[
ROWS
]</script>
<script>@SCRIPT@</script>
</html>
"""

STYLE = """
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; }
h1 { font-size: 1.4rem; margin: 1rem 0 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.2rem 0 0; overflow-wrap: anywhere; }
header { position: sticky; top: 0; background: Canvas; padding-bottom: .6rem;
  border-bottom: 1px solid #8886; }
header p { margin: .2rem 0 .6rem; color: GrayText; }
nav { display: inline; }
button, input { font: inherit; padding: .25rem .7rem; border: 1px solid #8888;
  border-radius: .4rem; background: Canvas; color: CanvasText; }
button[aria-pressed=true] { background: #2a5db0; border-color: #2a5db0; color: white; }
button:disabled { opacity: .4; }
article { display: grid; grid-template-columns: 292px 1fr; gap: 1rem; padding: .7rem 0;
  border-bottom: 1px solid #8884; }
article img { max-width: 288px; border-radius: 3px; }
article .none { color: GrayText; font-style: italic; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.small { color: GrayText; overflow-wrap: anywhere; }
.flag { display: inline-block; margin: .2rem .3rem 0 0; padding: 0 .5rem; border-radius: 1rem;
  background: #c65d00; color: white; }
.repairs { margin: .6rem 0 0; }
.repairs img { display: block; margin-top: .2rem; }
.state { font-weight: normal; color: GrayText; }
.failed .state { color: #c22; }
footer { margin-top: 1rem; }
@media (max-width: 40rem) { article { grid-template-columns: 1fr; } }
"""

SCRIPT = """
'use strict';
const rows = JSON.parse(document.getElementById('rows').textContent);
const words = JSON.parse(document.getElementById('words').textContent);
const PER_PAGE = 100;
const kinds = {
  all: () => true, flagged: row => row.f.length > 0, alike: row => row.a.length > 0
};
for (const name of ['done', 'skipped', 'copied', 'in-color', 'failed', 'open'])
  kinds[name] = row => row.s === name;  // each row is of one of these kinds
const byId = id => document.getElementById(id);
let kind = 'all', first = 0;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function article(row) {
  const made = element('article', row.s);
  if (row.x) {
    const image = element('img', '');
    image.src = 'data:image/webp;base64,' + row.x;
    image.alt = words.before_and_after;
    made.append(image);
  } else {
    const why = row.s === 'done' ? words.not_embedded : words.no_picture;
    made.append(element('span', 'none', why));
  }
  const text = element('div', '');
  const name = element('div', 'name', row.i);
  if (row.s !== 'done') name.append(element('span', 'state', ' – ' + words.kinds[row.s]));
  text.append(name);
  if (row.o) {
    const line = element('div', 'small', '→ ');
    const link = element('a', '', row.o);
    link.href = row.l;
    line.append(link);
    text.append(line);
  }
  if (row.r) text.append(element('div', '', row.r));
  if (row.s === 'in-color') text.append(element('div', 'small', words.color_anyway));
  const seconds = !row.t ? '' : row.t.toLocaleString(document.documentElement.lang) + ' s';
  const facts = [row.p, seconds, row.d];
  text.append(element('div', 'small', facts.concat(row.n).filter(Boolean).join(' · ')));
  for (const flag of row.f) text.append(element('span', 'flag', flag));
  if (row.y) {
    const places = element('figure', 'repairs');
    const image = element('img', '');
    image.src = 'data:image/webp;base64,' + row.y;
    image.alt = words.repairs;
    places.append(element('figcaption', 'small', words.repairs), image);
    text.append(places);
  }
  made.append(text);
  return made;
}

function show() {
  const wanted = byId('search').value.toLowerCase();
  const chosen = rows.filter(row => kinds[kind](row)
    && (!wanted || [row.i, row.o, row.r, ...row.a].join(' ').toLowerCase().includes(wanted)));
  if (kind === 'alike')  // those that have colors of one photo side by side
    chosen.sort((one, other) => one.a.join().localeCompare(other.a.join()));
  first = Math.min(first, Math.max(0, chosen.length - 1));
  first -= first % PER_PAGE;
  const page = chosen.slice(first, first + PER_PAGE);
  byId('photos').replaceChildren(...page.flatMap((row, index) => {
    const group = row.a.join(', ');
    const begins = kind === 'alike' && (!index || group !== page[index - 1].a.join(', '));
    return begins ? [element('h2', '', group), article(row)] : [article(row)];
  }));
  byId('place').textContent = chosen.length
    ? words.of.replace('%1', first + 1).replace('%2', first + page.length)
      .replace('%3', chosen.length)
    : words.none;
  byId('earlier').disabled = first === 0;
  byId('later').disabled = first + PER_PAGE >= chosen.length;
  for (const button of byId('states').children)
    button.setAttribute('aria-pressed', button.dataset.kind === kind);
}

function turn(pages) { first += pages * PER_PAGE; show(); scrollTo(0, 0); }

function choose() {
  const name = location.hash.slice(1);  // report.html#failed shows the failed ones
  kind = Object.hasOwn(kinds, name) ? name : 'all';
  first = 0;
  show();
}

for (const name of Object.keys(kinds)) {
  const count = rows.filter(kinds[name]).length;
  if (count === 0 && name !== 'all') continue;
  const button = element('button', '', `${words.kinds[name]} ${count}`);
  button.dataset.kind = name;
  button.addEventListener('click', () => { location.hash = name; });
  byId('states').append(button, ' ');
}
byId('search').addEventListener('input', () => { first = 0; show(); });
addEventListener('hashchange', choose);
byId('earlier').addEventListener('click', () => turn(-1));
byId('later').addEventListener('click', () => turn(1));
choose();
"""
