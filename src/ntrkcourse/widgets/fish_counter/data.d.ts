// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Rule {
  name: string;
  short: string;
  fact: string;
  told: Span[];
}

export interface Counter {
  title: string;
  intro: Span[];
  stained: string;
  fused: string;
  closing: Span[][];
  words: Record<string, string>;
  rule: [Rule, Rule];
}
