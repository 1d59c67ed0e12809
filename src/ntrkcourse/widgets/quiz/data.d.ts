// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Item {
  text: Span[];
  feedback: Span[];
}

export interface Pair {
  left: Span[];
  right: Span[];
  feedback: Span[];
}

export interface ToldOption {
  text: Span[];
  feedback: Span[];
  see: string;
}

export interface ToldDiagnosis {
  low: number;
  high: number;
  feedback: Span[];
}

export interface ToldQuestion {
  id: string;
  kind: "single" | "multiple" | "numeric" | "order" | "match";
  vignette: Span[];
  picture: string;
  stem: Span[];
  see: string;
  right: Span[];
  wrong: Span[];
  option: ToldOption[];
  unit: string;
  precision: string;
  diagnosis: ToldDiagnosis[];
  item: Item[];
  pair: Pair[];
  shown: number[];
  fixed: boolean;
  sister: string;
  asked: string;
  names: string[];
  key: string[];
  rows: string[];
  answer: number | null;
  tolerance: number | null;
  old: boolean;
}
