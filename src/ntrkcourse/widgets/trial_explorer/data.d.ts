// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Row {
  fact: string;
  name: string;
  drug: string;
  reader: "independent" | "investigators" | "unstated";
  site: string;
  before: string;
  shared: string;
}

export interface Family {
  name: string;
  note: string;
  row: Row[];
  mixed: boolean;
  warning: boolean;
}

export interface Choice {
  value: string;
  text: string;
}

export interface Filter {
  key: "drug" | "site" | "reader" | "before";
  label: string;
  option: Choice[];
}

export interface Breast {
  question: string;
  ask: string;
  commit: string;
  fact: string;
  studied: number[];
  told: Span[][];
}

export interface Option {
  value: string;
  text: string;
  feedback: Span[];
  fact: string;
}

export interface Better {
  question: string;
  ask: string;
  commit: string;
  again: string[];
  told: Span[][];
  option: Option[];
}

export interface Sites {
  question: string;
  ask: string;
  commit: string;
  shown: string[];
  told: Span[][];
}

export interface Trials {
  title: string;
  intro: string;
  words: Record<string, string>;
  breast: Breast;
  better: Better;
  sites: Sites;
  filter: Filter[];
  family: Family[];
}
