/** Light and dark, from a phone to paper. Colour never says anything alone: shapes and words say it too. */
export const pageStyle = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#5b6675;--line:#e0e4ea;--good:#1a7f4b;
--good-soft:#e2f4ea;--warn:#8a5a00;--warn-soft:#fdf1d7;--bad:#b3261e;--bad-soft:#fde8e6;--blue:#3451b2;--blue-soft:#e8ecfb}
@media(prefers-color-scheme:dark){:root{--page:#12161c;--card:#1a2028;--ink:#e4e8ee;--soft:#9aa6b5;--line:#2c3541;--good:#63cf95;
--good-soft:#173426;--warn:#e8b75a;--warn-soft:#3a2e14;--bad:#ff8d84;--bad-soft:#40201e;--blue:#9db2ff;--blue-soft:#222c4d}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.5rem 3rem;max-width:74rem;background:var(--page);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,ul{margin:0}
h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.02em}
h2{font-size:1.15rem;display:inline}h3{font-size:.85rem;margin-top:.75rem}
small{color:var(--soft);font-weight:400;font-size:.85em}
code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.eyebrow{color:var(--soft);font-size:.8rem;letter-spacing:.06em;text-transform:uppercase}
.meta{color:var(--soft);margin-top:.25rem}
.verdict{margin-top:1rem;padding:.7rem 1rem;border-radius:.5rem;border-left:4px solid;background:var(--warn-soft);border-color:var(--warn)}
.verdict.kept{background:var(--good-soft);border-color:var(--good)}
.verdict.broken{background:var(--bad-soft);border-color:var(--bad)}
section{margin-top:1.75rem}
.totals{display:grid;grid-template-columns:repeat(5,1fr);gap:.75rem}
.total,.callout,.kinds,.operations{background:var(--card);border:1px solid var(--line);border-radius:.6rem}
.total{padding:.9rem 1rem}.total h2{font-size:.85rem;font-weight:600;color:var(--soft)}
.figure{font-size:1.7rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.figure span{font-size:.95rem;font-weight:400;color:var(--soft)}
.bar{height:.35rem;border-radius:1rem;background:var(--line);margin:.3rem 0 .5rem;overflow:hidden}
.bar i{display:block;height:100%;background:var(--good);border-radius:1rem}
.how{color:var(--soft);font-size:.8rem}
.callout,.kinds{padding:.9rem 1.1rem}.callout p{color:var(--soft)}
.callout ul{padding-left:1.1rem}.callout li{margin:.2rem 0}
.callout.bad,.callout.broken{border-left:4px solid var(--bad)}
.callout.finding{border-left:4px solid var(--warn)}.callout.deviation{border-left:4px solid var(--blue)}
summary{cursor:pointer}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-weight:600}
.figures{margin-top:.6rem;font-variant-numeric:tabular-nums}
.figures th,.figures td{padding:.3rem .6rem;border-top:1px solid var(--line);text-align:right;white-space:nowrap}
.figures thead th{border:0;color:var(--soft);font-size:.8rem}.figures th:first-child{text-align:left;padding-left:0}
.zero,.none{color:var(--soft);opacity:.6}
td.finding,td.not-tested{color:var(--warn);font-weight:600}td.broken{color:var(--bad);font-weight:600}td.deviation{color:var(--blue);font-weight:600}
.tag h2{display:block;margin-bottom:.6rem}
.operations{border-collapse:separate;border-spacing:0;table-layout:fixed}
.operations thead th{color:var(--soft);font-size:.8rem;padding:.6rem .8rem}
.operations thead th:nth-child(1){width:35%}.operations thead th:nth-child(2){width:25%}
.operations thead th:nth-child(3){width:13%}.operations thead th:nth-child(4){width:10%}
.operations tbody tr:not(.more)>*{border-top:1px solid var(--line);padding:.65rem .8rem;vertical-align:top}
.operations tbody th code{display:block;font-weight:400;color:var(--soft)}
.operations .errors th{box-shadow:inset 3px 0 var(--bad)}
.name{display:block}.method{color:var(--ink)}
.note,.mark{display:inline-block;font-size:.78rem;font-weight:600;color:var(--warn);white-space:nowrap}
.note.bad,.mark.broken{color:var(--bad)}.mark.as-expected{color:var(--good)}.mark.deviation{color:var(--blue)}
.mark.not-sent{color:var(--soft)}
.chip{display:inline-block;min-width:2.6rem;margin:0 .3rem .3rem 0;padding:.05rem .4rem;border-radius:.35rem;border:1px solid;
text-align:center;font:600 .78rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.chip.seen{background:var(--good-soft);color:var(--good);border-color:transparent}
.chip.unseen{color:var(--soft);border-style:dashed;border-color:var(--soft);font-weight:400}
.chip.undocumented{background:var(--bad-soft);color:var(--bad);border-color:var(--bad)}
.share{font-variant-numeric:tabular-nums}.share.full{color:var(--good);font-weight:600}
.more td{padding:0 .8rem .65rem}.more summary{color:var(--soft);font-size:.82rem;width:fit-content}
.details{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:.4rem 2rem;font-size:.86rem;padding:.2rem 0 .6rem}
.details ul{list-style:none;padding:0}.details li{padding:.15rem 0}.details .wide{grid-column:1/-1}
.unseen-status{display:flex;align-items:baseline}.unseen-status .chip{flex:none;margin-bottom:0}
.probes{columns:22rem;column-gap:2rem}.probes li{break-inside:avoid}.why{display:block;color:var(--soft)}
.callout .why{display:inline}
footer{margin-top:2rem;color:var(--soft);font-size:.85rem}
@media(max-width:46rem){body{padding:1.25rem 1rem 2rem}.totals{grid-template-columns:1fr 1fr}.total:last-child{grid-column:1/-1}
.operations,.operations tbody,.operations tr,.operations td,.operations th{display:block;width:auto}.operations thead{display:none}
.operations tbody{border-top:1px solid var(--line);padding:.6rem 0}.operations tbody:first-of-type{border:0}
.operations tbody tr:not(.more)>*{border:0;padding:.15rem .9rem}.more td{padding:.15rem .9rem}
.operations td[data-label]{display:grid;grid-template-columns:6.2rem 1fr}
.operations td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:.82rem;line-height:1.8}
.figures th,.figures td{padding:.3rem;font-size:.82rem}.figures thead th{white-space:normal;overflow-wrap:normal;vertical-align:bottom}
.details{grid-template-columns:1fr}.probes{columns:auto}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#ccc}html{font-size:11px}body{max-width:none;padding:0;font-size:1rem}
.total,tbody,li{break-inside:avoid}details::details-content{content-visibility:visible;height:auto}summary{list-style:none}
*{print-color-adjust:exact}}
`;
