/// Emphasis in a terminal, by SGR sequences; without colour every text stays as it is.
///
/// Each sequence is closed on its own line, so that a pager may cut between any two. Yellow, blue
/// and cyan are not used: one of the two usual backgrounds makes each of them hard to read.
struct Palette {
  /// Whether sequences are written at all.
  var colour: Bool

  func strong(_ text: String) -> String { wrap(text, "1") }

  func faint(_ text: String) -> String { wrap(text, "2") }

  func severity(_ severity: Note.Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;35")
    case .prompt: wrap(text, "1")
    case .information: text
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    guard colour, !text.isEmpty else { return text }
    return "\u{1B}[" + code + "m" + text + "\u{1B}[0m"
  }
}

extension Note.Severity {
  /// The word that says how much a note matters; it is always printed.
  var word: String {
    switch self {
    case .error: "Error"
    case .warning: "Warning"
    case .prompt: "Prompt"
    case .information: "Information"
    }
  }
}
