/// The words of what-ifs.
enum Vocabulary {
  static let joiners: Set<String> = [
    "joiners", "joiner", "join", "joins", "joined", "joining", "admissions", "admission",
    "admitted",
    "starts", "starters", "start", "started", "entries", "entry", "entrants", "enter", "enters",
    "arrivals", "arrive", "intake",
  ]

  static let leavers: Set<String> = [
    "leavers", "leaver", "leave", "leaves", "left", "leaving", "exits", "exit", "ceased", "cease",
  ]

  /// Words by which a rate is meant, and not some children.
  static let rates: Set<String> = [
    "joiners", "admissions", "starts", "starters", "entries", "entrants", "arrivals", "intake",
    "leavers", "exits",
  ]

  static let down: Set<String> = [
    "fall", "falls", "fell", "fewer", "less", "drop", "drops", "decrease", "decreases", "decline",
    "declines", "lower", "reduce", "reduces", "reduced", "cut", "cuts", "down",
  ]

  static let up: Set<String> = [
    "rise", "rises", "rose", "more", "extra", "additional", "increase", "increases", "grow",
    "grows",
    "higher", "up", "another",
  ]

  static let none: Set<String> = ["nobody", "none", "no", "stop", "stops", "zero"]

  static let everyone: Set<String> = ["all", "everyone", "everybody", "every"]

  static let moves: Set<String> = [
    "move", "moves", "moved", "moving", "transfer", "transfers", "transferred", "step", "steps",
  ]

  static let success: Set<String> = [
    "succeed", "succeeds", "succeeded", "success", "through", "granted", "work", "works", "made",
  ]

  static let failure: Set<String> = ["fail", "fails", "failed", "refused", "withdrawn"]

  static let later: Set<String> = [
    "delay", "delayed", "delays", "late", "later", "slip", "slips", "slipped",
  ]

  static let earlier: Set<String> = ["early", "earlier", "sooner"]

  static let grants: Set<String> = ["grant", "grants", "granted", "granting"]

  /// Words that may stand anywhere and change nothing.
  static let noise: Set<String> = [
    "the", "a", "an", "of", "are", "is", "be", "being", "was", "were", "that", "will", "would",
    "there", "children", "child", "people", "young", "we", "us", "our", "by", "for", "at", "it",
    "its", "with", "so", "care", "who", "from", "in", "into", "to", "than", "usual", "exactly",
    "only", "go", "goes", "going", "get", "gets", "have", "has", "do", "does", "if", "each", "them",
    "their", "through", "via", "under", "order", "orders", "down", "come", "comes", "coming", "on",
    "looked", "after", "new", "further", "become", "becomes", "this", "these", "those", "just",
    "what", "about",
  ]

  /// Every word that is understood, for suggestions.
  static let all: [String] =
    ["fall", "rise", "fewer", "more", "joiners", "leave", "succeed", "applications", "planned"]
    + Array(
      joiners.union(leavers).union(down).union(up).union(none).union(everyone).union(moves)
        .union(success).union(failure).union(later).union(earlier).union(grants)
        .union([
          "applications", "planned", "under", "way", "population", "costs", "close", "closes",
          "open",
          "opens", "equal", "expected", "until", "months", "month", "discharge", "unchanged",
          "time",
          "paths", "seed", "pace", "children", "from", "halve", "double", "percent",
        ]).union(NumberWords.vocabulary)
    ).sorted()
}
