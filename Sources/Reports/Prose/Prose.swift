import LookedAfter

/// Turns figures into words as the council's papers do.
enum Prose {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// A number in a sentence: words under ten, figures from ten, thousands set off by commas.
  static func number(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : figures(number)
  }

  /// A number in figures: `36,103`.
  static func figures(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "\u{2212}" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// A number with its noun: `one child`, `no children`, `12 children`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(self.number(number)) \(number == 1 ? one : many)"
  }

  /// A number of children in figures: `1 child`, `1,124 children`.
  static func childrenInFigures(_ number: Int) -> String {
    "\(figures(number)) \(number == 1 ? "child" : "children")"
  }

  /// A number of children.
  static func children(_ number: Int) -> String { count(number, "child", "children") }

  /// Items in a sentence: `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A sentence: its first letter in upper case, with a full stop if it has no end of its own.
  static func sentence(_ text: String) -> String {
    guard let first = text.first, let last = text.last else { return "" }
    let end = ".!?".contains(last) ? "" : "."
    return first.uppercased() + text.dropFirst() + end
  }

  /// A name in the midst of a sentence; one that begins with capitals, such as SGO, is left alone.
  static func lowercasedFirst(_ text: String) -> String {
    let isAcronym = text.dropFirst().first?.isUppercase ?? false
    return isAcronym ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A difference against an earlier number: `two fewer than`, `three more than`, `the same as`.
  static func comparison(_ change: Int) -> String {
    switch change {
    case 0: "the same as"
    case ..<0: "\(number(-change)) fewer than"
    default: "\(number(change)) more than"
    }
  }

  /// What a measure's phrase says of a number: `six were made subject to interim care orders`.
  ///
  /// The phrase holds `{one|many}` wherever the words depend on the number; a measure without a
  /// phrase is said by its name.
  static func phrase(_ measure: Measure, _ number: Int) -> String {
    guard !measure.phrase.isEmpty else {
      return "\(self.number(number)): \(lowercasedFirst(measure.name))"
    }
    var text = ""
    var rest = Substring(measure.phrase)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let forms = rest[rest.index(after: open)..<close]
        .split(separator: "|", omittingEmptySubsequences: false)
      text += rest[..<open]
      text += (number == 1 ? forms.first : forms.last) ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return "\(self.number(number)) \(text)\(rest)"
  }

  /// The lines of a breakdown in a sentence; where one line is the whole, `both` or `all` for it.
  static func lines(_ breakdown: Breakdown) -> String {
    let shown = breakdown.lines.filter { $0.number.value > 0 }
    guard let only = shown.first, shown.count == 1, only.number.value == breakdown.total,
      !only.measure.phrase.isEmpty
    else { return lines(breakdown.lines) }
    let count = only.number.value
    let all = count == 1 ? "the child" : count == 2 ? "both" : "all"
    return all + lines([only]).dropFirst(number(count).count)
  }

  /// The lines of a breakdown in a sentence, remarks in brackets, zero lines left out.
  static func lines(_ lines: [CountLine]) -> String {
    list(
      lines.filter { $0.number.value > 0 }.map { line in
        let remark = line.remark.map { " (\($0))" } ?? ""
        return phrase(line.measure, line.number.value) + remark
      })
  }
}

extension Measure {
  /// The measure's name as a title within a sentence.
  var quoted: String { "\"\(name)\"" }

  /// The measure within a sentence: its phrase, or its name where it has none.
  var inSentence: String { phrase.isEmpty ? Prose.lowercasedFirst(name) : phrase }
}
