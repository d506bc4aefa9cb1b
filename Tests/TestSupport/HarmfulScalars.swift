extension Unicode.Scalar {
  /// Whether it drives a terminal, turns the direction of a line, or breaks it; a line feed does not.
  public var isHarmful: Bool {
    switch value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
