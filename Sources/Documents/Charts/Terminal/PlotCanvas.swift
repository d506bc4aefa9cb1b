/// A field of characters on which a terminal draws: lines in braille dots, eight to a character.
struct PlotCanvas {
  let columns: Int
  let rows: Int
  private var characters: [Character?]
  private var dots: [UInt8]

  /// An empty field.
  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    characters = Array(repeating: nil, count: self.columns * self.rows)
    dots = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Puts a character at a place; the first row is at the top. What lies outside is left out.
  mutating func put(_ character: Character, column: Int, row: Int, over: Bool = true) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    let index = row * columns + column
    if over || characters[index] == nil { characters[index] = character }
  }

  /// Sets a dot; a character has 2 dots across and 4 down.
  mutating func dot(x: Int, y: Int) {
    guard x >= 0, y >= 0, x / 2 < columns, y / 4 < rows else { return }
    let bit: UInt8
    switch (x % 2, y % 4) {
    case (0, 3): bit = 0x40
    case (_, 3): bit = 0x80
    case (0, let down): bit = 1 << UInt8(down)
    case (_, let down): bit = 8 << UInt8(down)
    }
    dots[(y / 4) * columns + x / 2] |= bit
  }

  /// The rows from the top; dots lie over characters but for those in `above`.
  func lines(above: Set<Character>) -> [String] {
    (0..<rows).map { row in
      var line = ""
      for column in 0..<columns {
        let index = row * columns + column
        if let character = characters[index], dots[index] == 0 || above.contains(character) {
          line.append(character)
        } else if dots[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index])) {
          line.unicodeScalars.append(scalar)
        } else {
          line.append(" ")
        }
      }
      return line
    }
  }
}
