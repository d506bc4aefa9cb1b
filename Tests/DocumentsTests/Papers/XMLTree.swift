import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML text as a tree, to be walked in a test.
final class XMLTree {
  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLTree] = []
  private(set) var text = ""

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a text; fails the test where it is not well formed.
  static func read(_ text: String) throws -> XMLTree {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
    return try #require(reader.root)
  }

  /// All elements of the tree, this one first, in the order of the text.
  var all: [XMLTree] { [self] + children.flatMap(\.all) }

  /// All elements of a name.
  func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

  /// The first child of a name.
  func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  /// The text of the element and all below it.
  var wholeText: String { text + children.map(\.wholeText).joined() }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = XMLTree(name: name, attributes: attributes)
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
