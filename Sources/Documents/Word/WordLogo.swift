/// The logo of a paper in a Word file: a picture in a line of its own, before the title.
struct WordLogo {
  let logo: Logo

  /// The name of the picture's part.
  var name: String { "word/\(target)" }

  private var target: String { "media/logo.\(logo.form.rawValue)" }

  private static let id = "rIdLogo"

  /// A number that no chart of a paper has.
  private static let drawing = 9_999

  /// The parts with what the picture needs in three of them: its type, its relationship, its place.
  func added(to parts: [(name: String, text: String)]) -> [(name: String, text: String)] {
    parts.map { part in
      switch part.name {
      case "[Content_Types].xml":
        (part.name, inserting(type, before: "<Default Extension=\"xml\"", in: part.text))
      case "word/_rels/document.xml.rels":
        (part.name, inserting(relationship, before: "</Relationships>", in: part.text))
      case "word/document.xml": (part.name, inserting(paragraph, after: "<w:body>", in: part.text))
      default: part
      }
    }
  }

  private func inserting(_ text: String, before place: String, in part: String) -> String {
    guard let range = part.firstRange(of: place) else { return part }
    return part[..<range.lowerBound] + text + part[range.lowerBound...]
  }

  private func inserting(_ text: String, after place: String, in part: String) -> String {
    guard let range = part.firstRange(of: place) else { return part }
    return part[..<range.upperBound] + text + part[range.upperBound...]
  }

  private var type: String {
    "<Default Extension=\"\(logo.form.rawValue)\" ContentType=\"image/\(logo.form.rawValue)\"/>"
  }

  private var relationship: String {
    "<Relationship Id=\"\(Self.id)\""
      + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\""
      + " Target=\"\(target)\"/>"
  }

  private var paragraph: String {
    // At most 6 by 2.5 cm, in English Metric Units: 360,000 to the centimetre.
    let size = logo.shown(atMost: (2_160_000, 900_000))
    let words = XMLText.escaped(PlainText.line(logo.words))
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return "<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(size.width)\" cy=\"\(size.height)\"/>"
      + "<wp:docPr id=\"\(Self.drawing)\" name=\"Logo\" descr=\"\(words)\"/>"
      + "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"\(picture)\">"
      + "<pic:pic xmlns:pic=\"\(picture)\"><pic:nvPicPr>"
      + "<pic:cNvPr id=\"\(Self.drawing)\" name=\"Logo\" descr=\"\(words)\"/><pic:cNvPicPr/>"
      + "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"\(Self.id)\"/>"
      + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      + "<a:ext cx=\"\(size.width)\" cy=\"\(size.height)\"/></a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
  }
}
