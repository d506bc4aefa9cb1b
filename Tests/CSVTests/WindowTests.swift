import CSV
import TestSupport
import Testing

/// A long file is scanned window by window; a record that a window cuts off is scanned again from
/// its beginning.
@Suite("A file scanned in windows")
struct WindowTests {
  private struct Found: Equatable {
    var line: Int
    var fields: [String]
    var columns: [Int32]
  }

  /// Scans with windows of at most `size` bytes, wider only where a record needs it.
  private func scan(_ text: [UInt8], size: Int) -> [Found] {
    var found: [Found] = []
    var scanner = CSVScanner()
    var start = 0
    var width = size
    var fields = [CSVField](repeating: CSVField(start: 0, end: 0), count: 32)
    while true {
      let end = min(text.count, start + width)
      let window = Array(text[start..<end])
      let isLast = end == text.count
      var isCut = false
      while !isCut {
        let step = window.withUnsafeBytes { bytes in
          scanner.skipBlankLines(in: bytes, isLast: isLast)
          let line = scanner.line
          let step = fields.withUnsafeMutableBufferPointer {
            scanner.next(in: bytes, isLast: isLast, into: $0)
          }
          if case .record(let count) = step {
            found.append(
              Found(
                line: line,
                fields: fields[..<count].map {
                  String(decoding: window[$0.start..<$0.end], as: UTF8.self)
                }, columns: fields[..<count].map(\.column)))
          }
          return step
        }
        switch step {
        case .record: width = size
        case .end where isLast: return found
        case .end, .incomplete, .broken: isCut = true
        }
      }
      start += scanner.position
      if scanner.position == 0 { width *= 2 }
      scanner.rebase(by: scanner.position)
    }
  }

  @Test("is the same as scanned at once", arguments: UInt64(1)...60)
  func windows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "0123456789", " ", "é", "\"x,\r\ny\"\"\"", "", ",", "-", "\"\""]
    var text = ""
    for _ in 0..<30 {
      let row = (0..<4).map { _ in
        let piece = pieces.randomElement(using: &generator) ?? ""
        return piece == "," ? "\",\"" : piece
      }
      text +=
        row.joined(separator: ",")
        + (["\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? "\n")
    }
    let bytes = Array(text.utf8)
    let whole = scan(bytes, size: bytes.count)
    #expect(whole.count == 30)
    for size in [1, 2, 3, 5, 8, 13, 40] { #expect(scan(bytes, size: size) == whole, "\(size)") }
  }

  @Test("goes on with the next line behind one that is broken")
  func goesOn() {
    let bytes = Array("a,b\nc\"d,e\nf,\"g\"h\ni,j\n".utf8)
    var scanner = CSVScanner()
    var fields = [CSVField](repeating: CSVField(start: 0, end: 0), count: 2)
    var steps: [CSVStep] = []
    bytes.withUnsafeBytes { bytes in
      while steps.last != .end {
        steps.append(
          fields.withUnsafeMutableBufferPointer { scanner.next(in: bytes, isLast: true, into: $0) })
        if case .broken = steps.last { _ = scanner.skipLine(in: bytes, isLast: true) }
      }
    }
    #expect(
      steps == [
        .record(fields: 2), .broken(.strayQuote, line: 2, column: 2, fields: 0),
        .broken(.textAfterQuote, line: 3, column: 6, fields: 1), .record(fields: 2), .end,
      ])
  }
}
