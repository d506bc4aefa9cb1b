import Documents
import LookedAfter

extension DocumentProperties {
  /// The properties of a paper of an authority on a month: whose it is and what it is about, never who
  /// sat at the machine, and no figure.
  public init(_ history: History, _ month: Month?) {
    let name = history.authority.name
    let when = month.map { ", \($0.inWords)" } ?? ""
    self.init(
      author: name.isEmpty ? nil : name,
      subject: name.isEmpty
        ? "Looked after children\(when)" : "Looked after children of \(name)\(when)",
      keywords: ["looked after children", name, month?.inWords ?? ""].filter { !$0.isEmpty })
  }
}
