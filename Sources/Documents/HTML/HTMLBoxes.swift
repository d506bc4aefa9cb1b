/// The sections of a page that are set in boxes, side by side where there is room.
struct HTMLBoxes {
  private var isOpen = false

  /// What ends the box before a block and begins its own.
  mutating func before(_ item: PaperOutline.Item) -> String {
    let begins = item.isBoxed && item.beginsSection
    guard begins || isOpen && !item.isBoxed else { return "" }
    let html =
      begins
      ? (isOpen ? "</section>\n" : "<div class=\"boxes\">\n")
        + "<section class=\"box\" aria-labelledby=\"section-\(item.number)\">\n"
      : end
    isOpen = begins
    return html
  }

  /// What ends the last box.
  var end: String { isOpen ? "</section>\n</div>\n" : "" }
}
