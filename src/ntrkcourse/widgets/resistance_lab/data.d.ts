// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Mechanism {
  id: string;
  name: string;
}

export interface Outcome {
  id: "falls" | "stays" | "rises";
  text: string;
  short: string;
  meaning: string;
}

export interface Choice {
  id: "next" | "test" | "continue" | "bypass";
  name: string;
  note: Span[];
}

export interface HiddenClone {
  name: string;
  mechanism: string;
  start: number;
  growth: number;
}

export interface Planned {
  drug: string;
  after: number;
}

export interface Answer {
  choice: "next" | "test" | "continue" | "bypass";
  text: Span[];
}

export interface Tumour {
  id: string;
  title: string;
  setting: Span[];
  hidden: Span[];
  wait: number;
  plan: Planned[];
  clone: HiddenClone[];
  answer: Answer[];
}

export interface Lab {
  title: string;
  intro: string;
  model: string;
  closing: string;
  words: Record<string, string>;
  mechanism: Mechanism[];
  outcome: Outcome[];
  choice: Choice[];
  tumour: Tumour[];
  summary: Span[][];
}
