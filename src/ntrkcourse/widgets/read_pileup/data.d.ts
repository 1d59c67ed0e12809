// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Side {
  gene: string;
  exons: string[];
  site: string;
  strand: "+" | "−";
  coverage: number;
  domain: string;
}

export interface Reason {
  text: string;
  feedback: Span[];
  right: boolean;
}

export interface Call {
  id: string;
  lesson: string;
  sample: string;
  five: Side;
  three: Side;
  split_reads1: number;
  split_reads2: number;
  discordant_mates: number;
  elsewhere: number;
  normals: number;
  frame: "in-frame" | "out-of-frame";
  verdict: "report" | "no" | "repeat";
  reason: Reason[];
  teaching: Span[];
  see: string;
  distance_kb: number | null;
}

export interface Verdict {
  id: "report" | "no" | "repeat";
  text: string;
}

export interface Column {
  name: string;
  text: string;
}

export interface Consequence {
  given: "report" | "no" | "repeat";
  right: "report" | "no" | "repeat";
  text: string;
}

export interface Pileups {
  title: string;
  intro: string;
  normals: number;
  words: Record<string, string>;
  verdict: Verdict[];
  column: Column[];
  call: Call[];
  consequence: Consequence[];
  rules: Span[];
}
