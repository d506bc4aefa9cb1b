/// Why an id should not be used for a child: it may tell who the child is.
public enum PseudonymDoubt: String, Sendable, CaseIterable {
  /// It looks like the name of a person.
  case name
  /// It is a valid NHS number.
  case nhsNumber
  /// It has the form of a unique pupil number.
  case upn
  /// It is a number such as case management systems give.
  case systemID
  /// It looks like a date, perhaps of birth.
  case date

  /// What is to be thought of an id; nil when nothing speaks against it.
  public init?(of id: String) {
    if Self.isPlain(id) || Self.isNumbered(id) || Pseudonym(written: id) != nil { return nil }
    let bare = id.filter { !" -/.".contains($0) }
    let digits = bare.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if digits, bare.count == 10, Self.isNHSNumber(bare) {
      self = .nhsNumber
    } else if Self.isDate(id) {
      self = .date
    } else if Self.isUPN(bare) {
      self = .upn
    } else if digits && bare.count >= 5 || Self.longestNumber(in: id) >= 6 {
      self = .systemID
    } else if Self.isName(id) {
      self = .name
    } else {
      return nil
    }
  }

  /// The words for it in a sentence.
  public var inSentence: String {
    switch self {
    case .name: "the name of a person"
    case .nhsNumber: "an NHS number"
    case .upn: "a unique pupil number (UPN)"
    case .systemID: "the number of a case management system"
    case .date: "a date"
    }
  }

  /// A short word of letters with a digit among them, as nearly every pseudonym is: quick to see, for
  /// imports ask it a hundred thousand times.
  private static func isPlain(_ id: String) -> Bool {
    var letters = 0
    var digits = 0
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x2D, 0x5F: break
      default: return false
      }
    }
    return letters > 0 && digits > 0 && digits < 6 && letters + digits != 13
  }

  /// A letter or two, a dash and up to six digits: `K-102`, the form that is recommended, also of a
  /// council that numbers a hundred thousand.
  private static func isNumbered(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let dash = bytes.firstIndex(of: 0x2D), (1...2).contains(dash) else { return false }
    let digits = bytes[(dash + 1)...]
    return bytes[..<dash].allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
      && (1...6).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The digits of the longest number in an id: `LCS1234567` holds one of a system.
  private static func longestNumber(in id: String) -> Int {
    var longest = 0
    var length = 0
    for byte in id.utf8 {
      length = (0x30...0x39).contains(byte) ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }

  /// Ten digits of which the last checks the others, modulo 11.
  private static func isNHSNumber(_ digits: String) -> Bool {
    let numbers = digits.utf8.map { Int($0) - 0x30 }
    let sum = numbers.prefix(9).enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == numbers.last
  }

  /// A letter and twelve digits, or for a temporary number eleven digits and a letter.
  private static func isUPN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 13, let first = bytes.first, let last = bytes.last else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) }
    return isLetter(first) && bytes[1..<12].allSatisfy(isDigit)
      && (isDigit(last) || isLetter(last))
  }

  /// Letters alone, of at least three: a pseudonym holds a digit.
  private static func isName(_ id: String) -> Bool {
    let letters = id.filter(\.isLetter)
    return letters.count >= 3 && !id.contains(where: \.isNumber)
  }

  private static func isDate(_ id: String) -> Bool {
    let parts = id.split { "-/.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    return parts.map(\.count).max() == 4 || parts.allSatisfy { $0.count <= 2 }
  }
}
