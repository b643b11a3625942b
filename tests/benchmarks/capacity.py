"""What a corpus costs, measured on a sample: ``python tests/benchmarks/capacity.py SAMPLE [EVERY]``.

Prints the density of SAMPLE (every EVERYth article of it), the core-seconds of each step, the bytes that pass between
the stages of a run on a cluster, and what follows for larger corpora. These are held to tell of no metric that SAMPLE
does not tell of, so that each block grows with the corpus: pairs and claims left out are upper bounds.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from contextlib import contextmanager
from itertools import combinations

from checker.codec import decode, encode
from checker.judging import judge, settle
from checker.linking.blocks import BOUND, keys_of
from checker.linking.candidates import Candidate, by_article, candidate, stubs
from checker.linking.census import census
from checker.linking.facts import facts_of, link_of
from checker.linking.other_facts.moments import moment_facts
from checker.linking.other_facts.names import name_facts
from checker.loading import load_rules
from checker.model import Extraction
from checker.pipeline import extract
from checker.reading import read
from checker.settings import Settings

SIZES = (10**6, 10**7, 10**8)
SECONDS: dict[str, float] = {}


@contextmanager
def timed(step):
    """Count the core-seconds of a step."""
    began = time.process_time()
    yield
    SECONDS[step] = time.process_time() - began


def leaves(told, weight):
    """For each block its size, and where it may be parted, the sizes of its parts by second word and by scope."""
    whole, second, scope = Counter(), Counter(), Counter()
    for one in told:
        place = one.claim.scope.place, one.claim.scope.org
        for key in keys_of(one, weight):
            whole[key] += 1
            for word in set(one.profile.words) - set(key) or {""}:
                second[key, word] += 1
                scope[key, word, place] += 1
    return whole, second, scope


def compared(sizes, factor):
    """The pairs that share a block in a corpus ``factor`` times as large, and the share of places without room."""
    whole, second, scope = sizes
    large = {key for key, n in whole.items() if n * factor > BOUND}
    larger = {key for key, n in second.items() if key[0] in large and n * factor > BOUND}
    pairs = sum(_pairs(n * factor) for key, n in whole.items() if key not in large)
    pairs += sum(_pairs(n * factor) for key, n in second.items() if key[0] in large and key not in larger)
    parts = [n * factor for key, n in scope.items() if key[:2] in larger]
    pairs += sum(_pairs(min(n, BOUND)) for n in parts)
    return pairs, sum(max(0, n - BOUND) for n in parts) / max(1, sum(scope.values()) * factor)


def _pairs(n):
    return n * (n - 1) / 2


def main(path, every):  # noqa: PLR0915 - one table
    """Print the tables."""
    rules, settings = load_rules(), Settings()
    with timed("read"):
        articles = read([path]).articles[::every]
    with timed("extract"):
        told = [extract(a, settings) for a in articles]
    with timed("article rules"):
        found = [d for e in told for d in judge(e, rules)]
    with timed("write and read claims"):
        data = [encode(Extraction, e) for e in told]
        told = [decode(Extraction, one) for one in data]
    with timed("count, profile, key"):
        claims = [c for e in told for c in e.claims]
        groups = [(own, stubs(own, {})) for own in by_article(claims)]
        counted = census([found for _, found in groups])
        owner, weight = counted.owner(), counted.weight
        chosen = [candidate(s, own[s.number], owner(own[0].article.title)) for own, some in groups for s in some]
        chosen.sort(key=lambda one: one.order)
        sizes = leaves(chosen, weight)
    with timed("compare"):
        blocks = {}
        for n, one in enumerate(chosen):
            for key in keys_of(one, weight):
                blocks.setdefault(key, []).append(n)
        pairs = {pair for block in blocks.values() if len(block) <= BOUND for pair in combinations(block, 2)}
        links = [link for a, b in sorted(pairs) if (link := link_of(chosen[a], chosen[b], weight, a, b)) is not None]
    with timed("facts, names, moments"):
        facts = facts_of([one.claim for one in chosen], links)
        ordered = [c for own, _ in groups for c in own]
        others = [*name_facts(ordered), *moment_facts(ordered)]
    with timed("fact rules and settling"):
        found += [d for fact in (*facts, *others) for d in judge(fact, rules)]
        reported = settle(found)
    n, characters = len(articles), sum(len(a.text) for a in articles)
    members = sum(sizes[0].values())
    alone = sum(1 for size in sizes[0].values() if size == 1)
    moved = sum(len(encode(Candidate, one)) for one in chosen[:: max(1, len(chosen) // 500)])
    moved = moved / max(1, len(chosen[:: max(1, len(chosen) // 500)]))
    stored = sum(map(len, data))
    print(f"articles {n}, characters {characters} ({characters / n:.0f} an article)")
    print(
        f"claims {len(claims)}: {len(claims) / n:.2f} an article, {1000 * len(claims) / characters:.1f} a 1000 letters"
    )
    print(f"claims that can be linked {len(chosen)}: {len(chosen) / n:.2f} an article")
    print(f"keys a claim {members / len(chosen):.2f}, of which nobody else has {alone / members:.0%}")
    print(f"pairs {len(pairs)}, links {len(links)}, facts {len(facts)}, largest {max(len(f.claims) for f in facts)}")
    print(f"findings {len(reported)}")
    print(f"bytes an article with its claims {stored / n:.0f}, a claim on its way to a block {moved:.0f}")
    for step, seconds in SECONDS.items():
        print(f"{step:24} {seconds:7.2f} core-s, {1e3 * seconds / n:8.3f} ms an article")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB, {1024 * peak / n:.0f} KB an article")
    per_pair = SECONDS["compare"] / max(1, len(pairs))
    once = sum(SECONDS.values()) - SECONDS["compare"]
    print(f"a pair {1e6 * per_pair:.0f} µs; all but the comparing {1e3 * once / n:.2f} ms an article")
    for size in SIZES:
        factor = size / n
        pairs_then, left = compared(sizes, factor)
        print(
            f"{size:.0e} articles: {once * factor / 3600:9.1f} core-h and up to {pairs_then * per_pair / 3600:9.1f} to"
            f" compare {pairs_then:.2e} pairs; {stored * factor / 1e9:7.1f} GB of claims,"
            f" {moved * members * factor * (1 - alone / members) / 1e9:7.1f} GB to blocks;"
            f" {left:.0%} of places without room; {len(reported) * factor:.1e} findings"
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
