// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Choice {
  text: string;
  verdict: "best" | "defensible" | "wrong";
  basis: "fact" | "ours";
  why: Span[];
}

export interface Field {
  label: string;
  option: Choice[];
}

export interface Paper {
  id: string;
  title: string;
  summary: Span[];
  model: Span[];
  moral: string;
  field: Field[];
}

export interface Point {
  text: string;
  why: string;
}

export interface Drafting {
  title: string;
  intro: string;
  about: Span[];
  words: Record<string, string>;
  paper: Paper[];
  check: Point[];
}
