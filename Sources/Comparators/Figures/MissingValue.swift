/// Why a publication prints no number, by the symbol that stands in its place.
public enum MissingValue: String, Hashable, Sendable, CaseIterable {
  /// Held back so that no child can be told: `c`.
  case confidential = "c"
  /// There can be no number, as of an authority that is not there: `z`.
  case notApplicable = "z"
  /// The number is not to be had: `x`, `:`, `..` or `-`. Up to 2014 the department wrote `x` for
  /// numbers held back as well.
  case notAvailable = "x"
  /// A number above zero that rounds to it: `k`, `low` or `~`.
  case roundsToZero = "k"
  /// A number that is not reliable enough to print: `u`.
  case unreliable = "u"
  /// Nothing stands there.
  case notPrinted = ""

  /// Reads a symbol; nil for a blank and for anything that is none.
  public init?(symbol: String) {
    switch symbol.lowercased() {
    case "c": self = .confidential
    case "z": self = .notApplicable
    case "x", ":", "..", "-": self = .notAvailable
    case "k", "low", "~": self = .roundsToZero
    case "u": self = .unreliable
    default: return nil
    }
  }

  /// The symbol as the department writes it today.
  public var symbol: String { rawValue }

  /// The reason, to stand behind "because it".
  public var inWords: String {
    switch self {
    case .confidential: "is held back so that no child can be told"
    case .notApplicable: "does not apply"
    case .notAvailable: "is not available"
    case .roundsToZero: "rounds to zero without being zero"
    case .unreliable: "is not reliable enough to print"
    case .notPrinted: "was not printed"
    }
  }
}
