/// Text escaped for XML and HTML.
enum XMLText {
  /// Text that can stand in an element or in a quoted attribute.
  ///
  /// What XML 1.0 does not allow, and what could steer the reader's machine, is left out.
  static func escaped(_ text: String) -> String {
    var isPlain = true
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E || isMark(byte) {
      isPlain = false
      break
    }
    if isPlain { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default:
        if !PlainText.isHarmful(scalar), !isForbidden(scalar) {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// An id for an element: letters, digits, points and hyphens, never beginning with a digit.
  static func identifier(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isKept || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
    }
    let id = String(kept)
    return id.first.map { $0.isLetter } ?? false ? id : "x-" + id
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }

  /// The two non-characters at the end of each plane.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE
  }
}
