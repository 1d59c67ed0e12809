// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Manner {
  about: string;
  rules: string;
  press: string;
  done: string;
  missing: string;
  step: string;
  again: string;
}

export interface CaseWords {
  case: Manner;
  conversation: Manner;
  words: Record<string, string>;
}
