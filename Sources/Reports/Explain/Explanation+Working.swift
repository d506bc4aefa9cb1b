import Documents
import Indicators
import LookedAfter

extension Explanation {
  /// How a figure was worked out, in words.
  ///
  /// - Parameter changes: what else than a correction of its inputs would change it.
  init(_ working: Working, changes: [String] = []) {
    var inputs: [Input] = []
    for input in working.inputs {
      // A series has many sources: each on a line of its own below the values.
      inputs.append(Input(input.name, input.value.words, recorded: input.provenance.first))
      for other in input.provenance.dropFirst().map({ Input("", "", recorded: $0) })
      where !inputs.suffix(input.provenance.count).contains(where: { $0.isSameSource(as: other) }) {
        inputs.append(other)
      }
    }
    self.init(
      working.subject, formula: working.formula, inputs: inputs,
      parameters: working.parameters.map { Line($0.name, $0.value.words) },
      results: working.results.map { Line($0.name, $0.value.words) },
      cautions: working.cautions.map(\.sentence), changes: changes)
  }

  /// A figure that stands as it was recorded.
  init(recorded value: String, _ provenance: Provenance, as name: String, of period: String) {
    self.init(
      "\(Prose.lowercasedFirst(name)), \(period)",
      inputs: [Input(Prose.lowercasedFirst(name), value, recorded: provenance)],
      changes: ["It is recorded as it stands; a correction would be its next revision."])
  }
}

extension Explanation.Input {
  /// A value with how it came to be known.
  init(_ name: String, _ value: String, recorded provenance: Provenance?) {
    self.init(
      name, value, source: provenance.flatMap { $0.source == nil ? nil : $0.citation },
      recordedAt: provenance?.recordedAt, revision: provenance?.revision)
  }
}

extension Explanation.Input {
  /// Whether both are from one source, recorded at one time.
  fileprivate func isSameSource(as other: Explanation.Input) -> Bool {
    (source, recordedAt, revision) == (other.source, other.recordedAt, other.revision)
  }
}

extension Working.Value {
  /// The value as people read it; a computed number with six decimals, to be checked by hand.
  fileprivate var words: String {
    switch self {
    case .whole(let number): Prose.figures(number)
    case .exact(let quantity): Prose.decimal(quantity)
    case .number(let number): number.isFinite ? Prose.plain(number) : Prose.decimal(number, 0)
    case .words(let words): words
    }
  }
}

extension Prose {
  /// A computed number without needless noughts: `99.886756`, `0.05`; the smallest as `5.3e-12`.
  fileprivate static func plain(_ number: Double) -> String {
    guard number == 0 || abs(number) >= 0.0001 else {
      var exponent = 0
      var mantissa = abs(number)
      while mantissa < 1 {
        mantissa *= 10
        exponent += 1
      }
      return (number < 0 ? "\u{2212}" : "") + "\(decimal(mantissa, 1))e-\(exponent)"
    }
    var text = decimal(number, 6)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
