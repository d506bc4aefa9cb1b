/// The logo of a paper on a web page: within the page itself, so that it stays one file.
struct HTMLLogo {
  let logo: Logo

  /// What the page's policy has to allow for it.
  static let policy = "; img-src data:"

  /// The picture, at most 240 by 100 pixels.
  var html: String {
    let size = logo.shown(atMost: (240, 100))
    return "<p><img src=\"\(logo.uri)\" alt=\"\(XMLText.escaped(PlainText.line(logo.words)))\""
      + " width=\"\(size.width)\" height=\"\(size.height)\"></p>\n"
  }
}
