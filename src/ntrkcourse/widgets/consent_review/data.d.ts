// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Element {
  text: string;
  state: "missing" | "defective" | "present";
  basis: "fact" | "ours";
  why: Span[];
  paragraph: number;
  mend: string;
}

export interface ConsentForm {
  title: string;
  intro: string;
  caution: Span[];
  head: string;
  moral: string;
  paragraphs: string[];
  words: Record<string, string>;
  element: Element[];
}
