// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Estimate {
  fact: string;
  name: string;
  differs: string;
}

export interface Choice {
  id: string;
  text: string;
  feedback: Span[];
  best: boolean;
}

export interface Reading {
  heading: string;
  text: Span[];
}

export interface Forest {
  title: string;
  intro: string;
  question: string;
  words: Record<string, string>;
  estimate: Estimate[];
  choice: Choice[];
  reading: Reading[];
}
