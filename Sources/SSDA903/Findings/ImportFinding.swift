import CSV
import LookedAfter
import Pseudonyms

/// Something that the import found out about one row or one child: what is wrong, where, and what
/// was done about it. The child is a pseudonym, and no value of the row is repeated.
public struct ImportFinding: Equatable, Sendable {
  /// The rule, with its number, severity and words.
  public let rule: ImportRule

  /// The child; nil when no child is meant.
  public let child: Pseudonym?

  /// The file, by its path below the folder that was opened; with the year of its return where files of
  /// several imports have one path.
  public let file: String

  /// The line of the file, from 1; nil when no line is meant.
  public let line: Int?

  /// The column; blank when the whole row is meant.
  public let field: String

  /// The start of the episode; nil when none is meant or it cannot be read.
  public let episodeStart: CivilDate?

  /// One sentence for a person.
  public var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    let column = field.isEmpty ? "" : ", \(field)"
    return "\(place)\(column): \(rule.problem); \(rule.action)."
  }
}

extension JoinedReturns {
  /// How often each rule was broken, those that were not left out; in the order of the rules.
  public var findingCounts: [(rule: ImportRule, count: Int)] {
    var counts = [Int](repeating: 0, count: ImportRule.allCases.count)
    for fault in faults { counts[Int(fault.rule.rawValue)] += 1 }
    return ImportRule.allCases.compactMap { rule in
      counts[Int(rule.rawValue)] > 0 ? (rule, counts[Int(rule.rawValue)]) : nil
    }
  }

  /// How many repairs were made.
  public var repairCount: Int { faults.reduce(0) { $0 + ($1.rule.severity == .repair ? 1 : 0) } }

  /// The findings by file and line.
  ///
  /// - Parameters:
  ///   - key: the secret of the pseudonyms.
  ///   - rule: only those of one rule; all when nil.
  ///   - limit: how many at most.
  public func findings(
    key: PseudonymKey, rule: ImportRule? = nil, limit: Int = .max
  ) -> [ImportFinding] {
    var names = PseudonymCache(returns: self, key: key)
    let fileNames = namesOfFiles
    return faults.lazy.filter { rule == nil || $0.rule == rule }.prefix(limit).map { fault in
      ImportFinding(
        rule: fault.rule, child: names[Int(fault.child)], file: fileNames[Int(fault.file)],
        line: fault.line > 0 ? Int(fault.line) : nil,
        field: fault.field == .none ? fault.rule.field : fault.field.name,
        episodeStart: fault.start.date)
    }
  }

  /// What each file is called: `Episodes.csv of 2019-20` where another has the same path.
  private var namesOfFiles: [String] {
    let counts = Dictionary(grouping: files, by: \.name).mapValues(\.count)
    return files.map { file in
      guard counts[file.name, default: 0] > 1, let year = file.year else { return file.name }
      return "\(file.name) of \(Caseload.years(endingIn: year))"
    }
  }

  /// The columns of a file of findings.
  public static let findingColumns = [
    "rule", "severity", "child", "file", "line", "field", "episode_start", "problem", "action",
  ]

  /// All findings as comma-separated values with a header line.
  ///
  /// - Parameters:
  ///   - key: the secret of the pseudonyms.
  ///   - others: findings that come behind, such as those of a plan file.
  public func findingsFile(key: PseudonymKey, and others: [ImportFinding] = []) -> String {
    var writer = CSVWriter()
    writer.append(Self.findingColumns)
    for finding in findings(key: key) + others {
      writer.append([
        finding.rule.id, finding.rule.severity.rawValue, finding.child?.description ?? "",
        finding.file, finding.line.map(String.init) ?? "", finding.field,
        finding.episodeStart?.description ?? "", finding.rule.problem, finding.rule.action,
      ])
    }
    return writer.text
  }
}

/// Makes the pseudonym of a child once.
struct PseudonymCache {
  let returns: JoinedReturns
  let key: PseudonymKey
  private var made: [Int: Pseudonym] = [:]

  init(returns: JoinedReturns, key: PseudonymKey) {
    self.returns = returns
    self.key = key
  }

  /// The pseudonym of the child at a place in the list; nil when there is none.
  subscript(child: Int) -> Pseudonym? {
    mutating get {
      guard child >= 0, child < returns.children.count else { return nil }
      if returns.isStored { return Pseudonym(stored: returns.children[child].key) }
      if let known = made[child] { return known }
      let name = Pseudonym(returns.children[child], of: returns, key: key)
      made[child] = name
      return name
    }
  }
}
