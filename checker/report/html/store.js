// The decisions made in this page: by fingerprint, kept by the browser where it allows that, exported as JSON Lines.

const KEPT = "kanwu.decisions";
const WHO = "kanwu.who";
const KINDS = ["confirmed", "explained", "false-positive"];
const decisions = new Map();
const past = []; // [fingerprint, the decision before], for undo
const others = {}; // decisions of other reports, which this page leaves as they are
let kept = true;
let exported = true;

// What another page may have left there is not trusted.
function sound(told) {
  return (
    told !== null && typeof told === "object" && KINDS.includes(told.as) && typeof told.when === "string" &&
    [told.reason, told.who].every((text) => typeof text === "string" && text.length < 2000) &&
    (told.until === null || /^\d{4}-\d\d-\d\d$/.test(told.until))
  );
}

// Whether the report knows of a decision: it was imported meanwhile, or a later one was.
function heeded({ state, decision }, one) {
  return Boolean(state) || (decision !== undefined && !decision.lapsed && (decision.when || "") >= one.when);
}

function recall() {
  let told = {};
  try {
    told = JSON.parse(memory.get(KEPT) || "{}") || {};
  } catch (_) {
    told = {};
  }
  for (const [id, one] of Object.entries(told)) {
    if (!sound(one)) continue;
    if (!numberOf.has(id)) others[id] = one;
    else if (!heeded(findings[numberOf.get(id)], one)) decisions.set(id, one);
  }
}

function keep() {
  exported = decisions.size === 0;
  kept = memory.set(KEPT, JSON.stringify({ ...others, ...Object.fromEntries(decisions) }));
}

function record(id, as, reason, until) {
  past.push([id, decisions.get(id)]);
  const when = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  decisions.set(id, { as, reason, who: memory.get(WHO) || "", when, until: until || null });
  keep();
}

// Takes the last decision back, or the one that is named; the fingerprint, or null where there is none.
function takeBack(id) {
  if (id !== undefined) {
    if (!decisions.has(id)) return null;
    past.push([id, decisions.get(id)]);
    decisions.delete(id);
  } else {
    const last = past.pop();
    if (!last) return null;
    [id] = last;
    if (last[1]) decisions.set(id, last[1]);
    else decisions.delete(id);
  }
  keep();
  return id;
}

// What this page decided: confirmed, explained, false-positive; else what the report says was decided, or that it was
// baselined or suppressed; else new.
function decisionOf(finding) {
  const own = decisions.get(finding.id);
  if (own) return own.as;
  const told = finding.decision;
  if (told && !told.lapsed && (!finding.state || finding.state === "decided")) return told.as;
  return finding.state || "new";
}

function decisionWord(name) {
  return name === "new" ? words.undecided : words.decisions[name] || words.found[name] || name;
}

// One JSON object a line, in the order of the report.
function lines() {
  return findings
    .filter((f) => decisions.has(f.id))
    .map((f) => {
      const told = decisions.get(f.id);
      const { as, reason, who, when, until } = told;
      return JSON.stringify({ fingerprint: f.id, as, reason, who: memory.get(WHO) || who, when, until }) + "\n";
    })
    .join("");
}
