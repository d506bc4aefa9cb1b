import Disclosure
import LookedAfter

/// What people wrote for a paper, held against what the paper does not show: nothing of it is changed
/// in silence, so a text that tells too much stops the paper.
struct HiddenInWords {
  private let history: History
  private let month: Month?
  private let release: ControlledRelease
  private let policy: DisclosurePolicy

  init(
    _ history: History, _ month: Month?, _ release: ControlledRelease, _ policy: DisclosurePolicy
  ) {
    (self.history, self.month) = (history, month)
    (self.release, self.policy) = (release, policy)
  }

  /// - Throws: `PublicPaperError` with the first part that tells too much.
  func check() throws(PublicPaperError) {
    for measure in ["paper.slot"] + ScorecardBox.allCases.map(\.measure.rawValue) {
      for text in history.observations(of: MeasureID(rawValue: measure)) {
        guard text.period == .undated || text.period.lastMonth == month else { continue }
        let part = measure == "paper.slot" ? text.detail : measure
        try check(text, part)
      }
    }
  }

  private func check(_ text: Observation, _ part: String) throws(PublicPaperError) {
    var words = ""
    for piece in Commentary(text: text.text ?? "", provenance: text.provenance).pieces {
      switch piece {
      case .words(let more): words += more
      case .unreadable: break
      case .figure(_, let measure):
        words += "…"
        guard let month else { break }
        let figures = history.observations(of: measure).filter { $0.period == .month(month) }
        if figures.contains(where: { release.hidden[$0.figureID] != nil }) {
          throw .statesHidden(part: part, figure: "{\(measure)}")
        }
      }
    }
    let hidden = Set(release.hidden.keys.compactMap(release.value))
    let isHidden = { (number: Int) in
      (1...policy.threshold).contains(number) || !policy.showsZero && number == 0
        || hidden.contains(number)
    }
    for sentence in PublicText.sentences(of: words) where Self.isOfPeople(sentence) {
      let tells = NumbersInText.numerals(in: sentence).contains { numeral in
        NumbersInText.value(of: numeral).map { $0.decimals == 0 && isHidden($0.mantissa) } ?? false
      }
      if tells { throw .tellsSmall(part: part, sentence: sentence) }
    }
  }

  private static let people: Set<String> = [
    "child", "children", "baby", "babies", "boy", "boys", "girl", "girls", "sibling", "siblings",
    "brother", "brothers", "sister", "sisters", "person", "people", "uasc", "adolescent",
    "adolescents", "teenager", "teenagers", "infant", "infants", "adoption", "adoptions", "orders",
  ]

  private static func isOfPeople(_ sentence: String) -> Bool {
    sentence.lowercased().split { !$0.isLetter }.contains { people.contains(String($0)) }
  }
}
