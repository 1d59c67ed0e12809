// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Assay {
  id: string;
  name: string;
  sees: string;
  misses: string;
}

export interface Choice {
  id: string;
  name: string;
}

export interface Fit {
  assay: string;
  question: string;
  rating: string;
  basis: string;
  reason: string;
  sample: string;
  constraint: string;
}

export interface Limit {
  assays: string[];
  rating: string;
  basis: string;
  reason: string;
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
  rating: string;
  unlimited: string;
  reasons: (Fit | Limit)[];
}

export interface AssayGuide {
  assays: Assay[];
  samples: Choice[];
  questions: Choice[];
  constraints: Choice[];
  fits: Fit[];
  limits: Limit[];
  cases: Case[];
}
