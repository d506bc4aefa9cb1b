import Comparators
import Documents
import LookedAfter

/// The statistical neighbours of an authority, with their rates and judgements.
public enum NeighboursAnswer {
  /// The neighbours of the model in force on a day, nearest first.
  ///
  /// - Throws: `ReportError.noNeighbours`, or when the shipped figures cannot be read.
  public static func document(
    _ authority: EnglishAuthority, on day: CivilDate, in directory: ComparatorDirectory
  ) throws -> Document {
    let membership = try directory.membership(
      of: .statisticalNeighbours, for: authority, on: day)
    guard let model = membership.model, !membership.members.isEmpty else {
      throw ReportError.noNeighbours(authority.name)
    }
    let known = directory.publications.publications.last {
      $0.knownFrom <= day && $0.reportingYear != nil && $0.printsRates
    }
    let year = known?.reportingYear ?? directory.years.last ?? 0
    let figures = try directory.figures(of: membership, year: year, edition: .known(on: day))
    var section = Section(heading: "")
    section.say(
      "The model of \(model.name) gives \(authority.name) these ten authorities, the nearest first.",
      membership.isModelOfItsTime
        ? "" : "It came out later: the model in force then is not kept.")
    let rows = try figures.members.map { member in
      let judgement = try directory.judgement(of: member.authority, on: day)
      return Row([
        .recorded(
          member.member.neighbour.map { Recorded($0.rank, model.provenance) },
          "Place of \(member.authority.name) among the neighbours", "model of \(model.name)"),
        .text(member.authority.code),
        .text(member.authority.name), .text(member.authority.region),
        .text(member.member.neighbour?.closeness ?? ""),
        .recorded(
          member.outcome.figure.flatMap { figure in
            member.outcome.rate.map { Recorded($0, Provenance(published: figure)) }
          }, "Rate of \(member.authority.name)", Prose.dataYear(year)),
        judgement.map { .text($0.overall.rawValue) } ?? .missing,
        judgement.map { .text($0.published.inWords) } ?? .missing,
      ])
    }
    section.blocks.append(
      .table(
        Table(
          id: "neighbours", caption: "Statistical neighbours of \(authority.name)",
          columns: [
            Column(id: "rank", title: "Place", kind: .number),
            Column(id: "code", title: "Code", kind: .key),
            Column(id: "name", title: "Authority", kind: .rowHeader),
            Column(id: "region", title: "Region", kind: .label),
            Column(id: "closeness", title: "Closeness", kind: .label),
            Column(id: "rate", title: "Rate \(Prose.dataYear(year))", kind: .number),
            Column(id: "judgement", title: "Latest judgement", kind: .label),
            Column(id: "published", title: "Published", kind: .key),
          ], rows: rows)))
    let missing = figures.withoutRate.compactMap { member in
      member.outcome.reasonWithoutRate.map {
        "\(member.authority.name) has no rate because it \($0)."
      }
    }
    if !missing.isEmpty { section.blocks.append(.list(missing)) }
    section.provenance =
      [model.provenance]
      + figures.publications.map { Provenance(source: $0.source, recordedAt: $0.recordedAt) }
    return Document(
      answer: section, title: "Statistical neighbours of \(authority.name)", asAt: day)
  }
}

extension NeighbourModel {
  /// Where the model is from.
  fileprivate var provenance: Provenance {
    Provenance(source: publication.source, recordedAt: publication.recordedAt)
  }
}
