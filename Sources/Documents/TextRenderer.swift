/// Writes a document as text: for a terminal, or in the plain form for a screen reader.
public struct TextRenderer: Sendable {
  /// What the reader's screen, or screen reader, can show.
  public struct Style: Equatable, Sendable {
    /// The widths that can be set; others are brought to the nearest of them.
    public static let widths = 40...200

    /// The width of the terminal in columns, 40 to 200. The plain form is not wrapped.
    public var width: Int {
      didSet { width = Self.clamped(width) }
    }

    /// Whether emphasis is given by ANSI sequences; nothing is told by colour alone.
    public var colour: Bool

    /// Whether to write for a screen reader: one statement a line, no lines drawn, no signs.
    public var plain: Bool

    /// Whether characters beyond ASCII can be shown; the plain form follows it too.
    public var unicode: Bool

    /// How many lines the screen shows at once, so that charts are not cut in two; nil where
    /// nothing is shown by the screen.
    public var height: Int?

    /// Makes a style.
    public init(
      width: Int = 80, height: Int? = nil, colour: Bool = false, plain: Bool = false,
      unicode: Bool = true
    ) {
      self.width = Self.clamped(width)
      self.height = height.map { max(10, $0) }
      self.colour = colour
      self.plain = plain
      self.unicode = unicode
    }

    private static func clamped(_ width: Int) -> Int {
      min(max(width, widths.lowerBound), widths.upperBound)
    }
  }

  /// The longest line of running text, whatever the width: beyond it the eye loses the next line.
  static let measure = 100

  /// How the text is written.
  public var style: Style

  /// Makes a renderer for a style.
  public init(style: Style = Style()) {
    self.style = style
  }

  /// The document as text, ending in one line break.
  public func render(_ document: Document) -> String {
    var lines: [String]
    if style.plain {
      let spoken = document.forPeople(SpokenText.line)
      lines = SpokenForm(document: style.unicode ? spoken : spoken.forPeople(ASCIIText.fold))
        .lines()
    } else {
      let clean = document.forPeople(PlainText.line)
      lines = TerminalForm(
        document: style.unicode ? clean : clean.forPeople(ASCIIText.fold), width: style.width,
        glyphs: style.unicode ? .unicode : .ascii, palette: Palette(colour: style.colour),
        height: style.height
      ).lines()
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TextRenderer {
  /// Running text in lines no wider than a width, for messages; its own line ends are kept, and so are
  /// the blanks of lines that are short enough.
  public static func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        DisplayWidth.columns(line) <= width
          ? String(line) : Wrapping.lines(String(line), width: width).joined(separator: "\n")
      }
      .joined(separator: "\n")
  }
}
