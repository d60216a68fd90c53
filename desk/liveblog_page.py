"""The page a liveblog is written into: its shape and its looks, with places for what it says.

Places are written @@name@@; nothing of a night is known here.
"""

KEY_LABEL = "Öne çıkanlar"

PAGE = """<!doctype html>
<html lang="tr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>@@title@@</title>
<link rel="alternate" type="application/atom+xml" href="@@feed@@" title="Atom">
<style>
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1b1b; --soft: #5a5a5a;
  --line: #d9d9d9; --box: #f3f5f8; --link: #0b57a4; --alarm: #a3122a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #ececec; --soft: #a9b0b8; --line: #343a42; --box: #1e242b;
    --link: #8cbdf5; --alarm: #ff8f9f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .4rem; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
time { color: var(--soft); font-variant-numeric: tabular-nums; }
ul { padding-left: 1.2rem; }
article { border-top: 1px solid var(--line); padding: 1.1rem 0; scroll-margin-top: 1rem; }
article:target { background: var(--box); }
blockquote { margin: .6rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.pinned, nav { background: var(--box); padding: 1rem; margin: 1rem 0; border-radius: .4rem; }
.correction, .correction a, .prova { color: var(--alarm); }
.prova { font-weight: bold; }
.retracted { color: var(--soft); }
</style>
<script type="application/ld+json">
@@data@@
</script>
</head>
<body>
<header>
@@prova@@
<h1>@@title@@</h1>
<p>@@intro@@</p>
</header>
@@pinned@@
@@keys@@
<main>
@@posts@@
</main>
</body>
</html>
"""
