/// A code list of the return: every code of every year, one byte each.
///
/// Two members of every list are not codes: `blank`, for a field that holds nothing, and `invalid`,
/// for one that holds something no year's list knows. They have the raw values 0 and 1.
public protocol StatutoryCode: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == UInt8 {
  /// The codes as the return writes them, in the order of the raw values.
  static var texts: [String] { get }

  /// The field holds nothing.
  static var blank: Self { get }

  /// The field holds no code of any year.
  static var invalid: Self { get }

  /// What the code means, for a person.
  var name: String { get }

  /// The returns that may hold the code, by the year in which they end.
  var years: ClosedRange<Int> { get }
}

extension StatutoryCode {
  /// The code as the return writes it: `C2`. `blank` and `invalid` have words in brackets.
  public var code: String { Self.texts[Int(rawValue)] }

  /// A code as the return writes it; nil when it is in no year's list.
  public init?(code: String) {
    guard let index = Self.texts.dropFirst(2).firstIndex(of: code.uppercased()) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether it is a code at all.
  public var isValid: Bool { rawValue > 1 }

  /// Every return.
  public var years: ClosedRange<Int> { everyReturn }
}

/// The returns from 2015-16 on, and all before and after them.
let everyReturn = 1900...2199
