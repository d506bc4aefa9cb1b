import FileAccess
import Glibc
import TestSupport
import Testing

/// A picture kept beside the tests, compared by what is drawn and where.
///
/// Every part has to be there, in its order, with its words and its class; lengths and places may
/// differ by a little, as they do when a width is measured anew.
enum PictureFile {
  /// How a picture differs from the kept one; nil where it does not. With `UPDATE_GOLDEN` set in the
  /// environment the picture is kept instead.
  static func difference(
    _ text: String, from name: String, tolerance: Double, beside test: String = #filePath
  ) throws -> String? {
    if getenv("UPDATE_GOLDEN") != nil {
      return try GoldenFile.difference(text, from: name, beside: test)
    }
    let folder = test.split(separator: "/").dropLast().joined(separator: "/")
    let kept = String(decoding: try WholeFile.read("/\(folder)/Golden/\(name)"), as: UTF8.self)
    return try difference(XMLTree.read(kept), XMLTree.read(text), tolerance: tolerance)
      .map { "\(name): \($0)" }
  }

  /// How one element with all below it differs from another.
  static func difference(_ kept: XMLTree, _ now: XMLTree, tolerance: Double) throws -> String? {
    guard kept.name == now.name else { return "\(kept.name), now \(now.name)" }
    guard kept.text == now.text else { return "\(kept.name): \(kept.text), now \(now.text)" }
    for name in Set(kept.attributes.keys).union(now.attributes.keys).sorted() {
      let (old, new) = (kept.attributes[name] ?? "", now.attributes[name] ?? "")
      if !isNear(old, new, tolerance) { return "\(kept.name), \(name): \(old), now \(new)" }
    }
    guard kept.children.count == now.children.count else {
      return "\(kept.name): \(kept.children.count) parts, now \(now.children.count)"
    }
    for (old, new) in zip(kept.children, now.children) {
      if let found = try difference(old, new, tolerance: tolerance) { return found }
    }
    return nil
  }

  /// Whether two values are the same but for small differences of their numbers.
  private static func isNear(_ old: String, _ new: String, _ tolerance: Double) -> Bool {
    if old == new { return true }
    func parts(_ text: String) -> [Substring] { text.split { " ,()".contains($0) } }
    let (old, new) = (parts(old), parts(new))
    guard old.count == new.count else { return false }
    return zip(old, new).allSatisfy { old, new in
      guard let one = Double(old), let other = Double(new) else { return old == new }
      return (one - other).magnitude <= tolerance
    }
  }
}
