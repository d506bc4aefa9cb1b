import Documents
import LookedAfter

/// The parts of a paper that people write, and what was written.
public enum SlotsDocument {
  /// Every part of a template, the unwritten ones marked.
  public static func document(
    _ history: History, month: Month, template: PaperTemplate
  ) -> Document {
    let slots = template.slots.map { ($0, history.paperText($0.id, for: month)) }
    let open = slots.count { $0.1 == nil && $0.0.id != PaperTemplate.meetingSlot }
    func prompt(_ id: String, _ prompt: String) -> String {
      id == PaperTemplate.meetingSlot ? "Filled in by briefing for and the day." : prompt
    }
    var section = Section(heading: "")
    section.say(
      Prose.sentence(
        "\(Prose.count(open, "part is", "parts are")) still to be written of"
          + " \(Prose.number(slots.count { $0.0.id != PaperTemplate.meetingSlot })) for \(month.inWords)"
      ))
    section.blocks.append(
      .table(
        Table(
          id: "slots", caption: "Parts that people write, \(month.inWords)",
          columns: [
            Column(id: "part", title: "Part", kind: .rowHeader),
            Column(id: "name", title: "Heading", kind: .label),
            Column(id: "written", title: "Written", kind: .label),
            Column(id: "text", title: "Text, or what belongs there", kind: .prose),
          ],
          rows: slots.map { slot, text in
            Row([
              .text(slot.id), .text(slot.name), .flag(text != nil),
              .text(text?.value ?? prompt(slot.id, slot.prompt)),
            ])
          })))
    return Document(answer: section, title: "Parts of the briefing, \(month.inWords)", asAt: nil)
  }
}
