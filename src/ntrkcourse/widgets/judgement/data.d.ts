// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Verdict {
  id: string;
  text: string;
  short: string;
}

export interface Reason {
  id: string;
  text: string;
  wrong: Span[];
}

export interface Card {
  id: string;
  text: string;
  verdict: string;
  reasons: string[];
  why: Span[];
  unsure: Span[];
  picture: string;
}

export interface JudgementSet {
  id: string;
  noun: string;
  title: string;
  intro: string;
  caution: Span[];
  question: string;
  moral: string;
  verdict: Verdict[];
  reason: Reason[];
  card: Card[];
  reasons_question: string;
  tally: string;
}

export interface Judgements {
  words: Record<string, string>;
  set: JudgementSet[];
}
