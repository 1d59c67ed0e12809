// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Check {
  id: "order" | "frame" | "kinase" | "copies";
  label: string;
  failure: string;
  verdict: string;
}

export interface Opening {
  gene: string;
  last_exon: number;
  first_exon: number;
}

export interface Shown {
  at: [string, number, string, number];
  origin: Span[];
}

export interface Note {
  text: Span[];
  gene: string;
}

export interface Builder {
  title: string;
  start: [string, number, string, number];
  challenges: [string, number, string, number][];
  numbering: Span[];
  words: Record<string, string>;
  check: Check[];
  opening: Opening[];
  note: Note[];
  junction: Shown[];
  usual: Span[];
}
