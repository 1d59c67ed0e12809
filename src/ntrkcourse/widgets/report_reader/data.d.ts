// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface ReportLine {
  text: string;
  role: "prompts" | "misleads" | "supports" | "neutral";
  basis: "fact" | "ours";
  why: Span[];
}

export interface Missing {
  text: string;
  basis: "fact" | "ours";
  why: Span[];
  right: boolean;
}

export interface Report {
  id: string;
  title: string;
  moral: string;
  line: ReportLine[];
  missing: Missing[];
}

export interface Reports {
  title: string;
  intro: string;
  question: [string, string, string];
  words: Record<string, string>;
  report: Report[];
}
