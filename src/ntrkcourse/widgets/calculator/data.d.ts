// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Form {
  id: "interval" | "result" | "one";
  name: string;
  rule: string;
}

export interface CalculatorContent {
  title: string;
  intro: string;
  form: Form[];
  words: Record<string, string>;
}
