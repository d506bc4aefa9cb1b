import Console
import Documents
import Testing

/// Three years of a made-up council, up to October 2020: enough to project from.
enum MadeUpMonths {
  /// The joiners and leavers of each month, oldest first; 336 children at the end.
  static let flows: [(started: Int, ceased: Int)] = {
    var random = SplitMix(state: 7)
    return (0..<36).map { _ in
      (Int.random(in: 5...13, using: &random), Int.random(in: 6...14, using: &random))
    }
  }()

  /// The numbers at the months' ends.
  static let totals: [Int] = {
    var number = 336 - flows.reduce(0) { $0 + $1.started - $1.ceased }
    return flows.map {
      number += $0.started - $0.ceased
      return number
    }
  }()

  /// A file to import: `date,measure,value`.
  static let file: String = {
    var lines = ["date,measure,value,basis"]
    for (place, (flow, total)) in zip(flows, totals).enumerated() {
      let index = 2017 * 12 + 10 + place
      let month = index % 12 + 1
      let date = "\(index / 12)-\(month < 10 ? "0" : "")\(month)"
      lines += [
        "\(date),total,\(total),month_end", "\(date),started,\(flow.started),",
        "\(date),ceased,\(flow.ceased),",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  /// The prompt on the sample history with these months.
  static func prompt() throws -> PromptSample { try prompt(on: .recording()) }

  /// The prompt on a history with these months and nothing else, or besides what it has.
  static func prompt(on sample: PromptSample) throws -> PromptSample {
    let folder = try TemporaryFolder()
    try folder.write(file, to: "months.csv")
    _ = try sample.console.respond(to: "import history \(folder.path)/months.csv")
    return sample
  }
}

extension PromptSample {
  /// The answer to a line.
  func document(_ line: String) throws -> Document {
    try #require(console.respond(to: line)?.document, "no answer to: \(line)")
  }

  /// All words of the answer to a line.
  func text(_ line: String) throws -> String {
    TextRenderer(style: .init(plain: true)).render(try document(line))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Document {
  /// The table of an id.
  func tableNamed(_ id: String) -> Table? {
    for case .table(let table) in blocks where table.id == id { return table }
    return nil
  }
}

extension Table {
  /// The values of a column, in the order of the rows.
  func values(_ column: String) -> [Cell.Value] {
    guard let place = columns.firstIndex(where: { $0.id == column }) else { return [] }
    return rows.map { $0.cells[place].value }
  }

  /// The numbers of a column; those that are missing are left out.
  func numbers(_ column: String) -> [Double] {
    values(column).compactMap { value in
      guard case .number(let mantissa, let decimals) = value else { return nil }
      return (0..<decimals).reduce(Double(mantissa)) { number, _ in number / 10 }
    }
  }

  /// The numbers of a column in the rows where another holds a text.
  func numbers(_ column: String, where other: String, is text: String) -> [Double] {
    var kept = self
    let wanted = values(other)
    kept.rows = zip(rows, wanted).filter { $0.1 == .text(text) }.map(\.0)
    return kept.numbers(column)
  }
}
