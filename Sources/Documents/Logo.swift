/// A small picture at the head of a paper, such as a council's coat of arms, with the words for it.
public struct Logo: Equatable, Sendable {
  /// The forms that both a web page and a Word file take.
  public enum Form: String, Sendable {
    /// Portable Network Graphics.
    case png
    /// JPEG.
    case jpeg
  }

  /// The bytes of the picture.
  public let bytes: [UInt8]

  /// Its form.
  public let form: Form

  /// Its size in pixels.
  public let width: Int, height: Int

  /// What it shows, for those who do not see it.
  public let words: String

  /// The most bytes that a logo may have: papers are sent by mail.
  public static let mostBytes = 400_000

  /// Reads a picture; nil where it is neither PNG nor JPEG, or is too great.
  public init?(bytes: [UInt8], words: String) {
    guard bytes.count <= Self.mostBytes else { return nil }
    let found = Self.png(bytes).map { (Form.png, $0) } ?? Self.jpeg(bytes).map { (.jpeg, $0) }
    guard let (form, size) = found, size.width > 0, size.height > 0 else { return nil }
    (self.bytes, self.form, self.words) = (bytes, form, words)
    (width, height) = size
  }

  /// Reads the picture of a data URI, as `uri` writes it; nil for anything else.
  public init?(uri: String, words: String) {
    guard uri.hasPrefix("data:image/"), let comma = uri.firstIndex(of: ","),
      let bytes = Base64.bytes(String(uri[uri.index(after: comma)...]))
    else { return nil }
    self.init(bytes: bytes, words: words)
  }

  /// The picture within a text.
  public var uri: String { "data:image/\(form.rawValue);base64,\(Base64.text(bytes))" }

  /// The size at which it is shown, at most so wide and so high, in the same proportion.
  func shown(atMost most: (width: Int, height: Int)) -> (width: Int, height: Int) {
    // Exact, for pictures of up to some thousand pixels.
    if width * most.height > height * most.width {
      return (most.width, max(1, height * most.width / width))
    }
    return (max(1, width * most.height / height), most.height)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count > 24, bytes.starts(with: mark) else { return nil }
    let size = (number(bytes[16..<20]), number(bytes[20..<24]))
    return size.0 < 100_000 && size.1 < 100_000 ? size : nil
  }

  /// The size stands in the first segment that begins a frame.
  private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xFF {
      let kind = bytes[place + 1]
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        return (number(bytes[place + 7..<place + 9]), number(bytes[place + 5..<place + 7]))
      }
      let length = number(bytes[place + 2..<place + 4])
      guard length >= 2 else { return nil }
      place += 2 + length
    }
    return nil
  }
}
