// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Assay {
  id: string;
  name: string;
  sees: string;
  misses: Span[];
}

export interface Choice {
  id: string;
  name: string;
}

export interface Fit {
  assay: string;
  question: string;
  rating: "good" | "possible" | "poor";
  basis: "fact" | "ours" | "given";
  reason: Span[];
  sample: string;
  constraint: string;
}

export interface Limit {
  assays: string[];
  rating: "good" | "possible" | "poor";
  basis: "fact" | "ours" | "given";
  reason: Span[];
  sample: string;
  questions: string[];
  constraint: string;
}

export interface Case {
  id: string;
  name: string;
  story: string;
  sample: string;
  question: string;
  constraint: string;
}

export interface Judgement {
  assay: Assay;
  rating: "good" | "possible" | "poor";
  unlimited: "good" | "possible" | "poor";
  reasons: (Fit | Limit)[];
}

export interface AssayGuide {
  title: string;
  intro: string;
  words: Record<string, string>;
  assay: Assay[];
  sample: Choice[];
  question: Choice[];
  constraint: Choice[];
  fit: Fit[];
  limit: Limit[];
  case: Case[];
  note: Span[];
}
